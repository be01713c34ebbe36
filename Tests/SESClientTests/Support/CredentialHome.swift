import Foundation
import SESClient
import SESSigning
import Testing

/// A temporary home folder with AWS's files in it, and the surroundings of a provider that lives there.
final class CredentialHome: Sendable {
    let path: String
    let date = ManualDate()
    let clock = ManualClock()

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "ses-home-\(UUID())").path()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// A home with these two files.
    convenience init(config: String? = nil, credentials: String? = nil) throws {
        try self.init()
        if let config { try write(".aws/config", config) }
        if let credentials { try write(".aws/credentials", credentials) }
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        let file = "\(path)/\(name)"
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: file))
        return file
    }

    /// Surroundings that keep the home for as long as they live.
    func context(
        _ variables: [String: String] = [:],
        transport: any HTTPTransport = RecordingTransport { request, _ in throw UnexpectedRequest(url: request.url) }
    ) -> CredentialContext {
        CredentialContext(
            environment: variables.merging(["HOME": path]) { own, _ in own }, transport: transport,
            now: { self.date.now }, clock: clock)
    }

    struct UnexpectedRequest: Error { var url: String }
}

extension AWSCredentials {
    static let keys = AWSCredentials(accessKeyID: "AKIDKEYS", secretAccessKey: "secret-of-keys")

    /// Temporary credentials that end so many minutes after the start of the tests' time.
    static func temporary(_ name: String, minutes: Double) -> AWSCredentials {
        AWSCredentials(
            accessKeyID: "ASIA\(name)", secretAccessKey: "secret-of-\(name)", sessionToken: "token-of-\(name)",
            expiration: ManualDate.start.addingTimeInterval(minutes * 60))
    }
}

/// Fails with the code and a text that has the words and no secret.
func expectFailure(
    _ provider: any CredentialProvider, _ code: SESv2Error.Code, _ words: String...,
    sourceLocation: SourceLocation = #_sourceLocation
) async {
    let error = await #expect(throws: SESv2Error.self, sourceLocation: sourceLocation) {
        try await provider.credentials()
    }
    #expect(error?.code == code, sourceLocation: sourceLocation)
    let message = error?.message ?? ""
    for word in words { #expect(message.contains(word), sourceLocation: sourceLocation) }
    // The names of settings aren't secret, whatever they are called.
    let printed = (error.map { PrintedForms.all(of: $0) } ?? "").replacing("aws_secret_access_key", with: "")
    #expect(!printed.contains("secret") && !printed.contains("token-of"), sourceLocation: sourceLocation)
}

extension ManualClock {
    /// Moves the clock once somebody waits for it.
    func advanceOnceAwaited(by duration: Duration) async {
        await eventually { self.sleeperCount > 0 }
        advance(by: duration)
    }
}

/// Waits until the condition holds; a minute without it is a failure.
func eventually(_ condition: () async throws -> Bool, sourceLocation: SourceLocation = #_sourceLocation) async rethrows
{
    let end = ContinuousClock.now + .seconds(60)
    while try await !condition() {
        guard ContinuousClock.now < end else {
            Issue.record("waited a minute in vain", sourceLocation: sourceLocation)
            return
        }
        await Task.yield()
    }
}
