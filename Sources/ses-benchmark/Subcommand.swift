/// A subcommand: its name, what it measures, and what it does with the arguments after its name.
struct Subcommand: Sendable {
    let usage: String
    let summary: String
    /// False if the arguments are wrong; throws if what was measured didn't work.
    let run: @Sendable ([String]) async throws -> Bool
}
