/// A subcommand: its name, what it measures, and what it does with the arguments after its name.
struct Subcommand: Sendable {
    let usage: String
    let summary: String
    /// False if the arguments are wrong.
    let run: @Sendable ([String]) -> Bool
}
