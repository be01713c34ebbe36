public import SESNames
public import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Runs a program that prints credentials as JSON (`credential_process`), each time it is asked.
///
/// The command is split into words as a shell would, but no shell runs it. The output is one JSON object: `Version` 1,
/// `AccessKeyId`, `SecretAccessKey`, and for temporary credentials `SessionToken` and `Expiration`. What the program
/// writes to its standard error is dropped, since it may be secret. Wrap the provider in ``CachingCredentialProvider``.
///
/// It needs macOS or Linux.
public struct ProcessCredentialProvider: CredentialProvider {
    private let command: String
    private let limit: Duration
    private let context: CredentialContext

    /// Creates a provider.
    ///
    /// - Parameters:
    ///   - command: The program and its arguments; a program without a slash is looked for in `PATH`.
    ///   - limit: How long the program may run; 60 seconds by default. Then it is killed.
    ///   - context: The program's environment, and the clock.
    public init(command: String, limit: Duration = .seconds(60), context: CredentialContext = CredentialContext()) {
        self.command = command
        self.limit = limit
        self.context = context
    }

    /// What the program prints.
    ///
    /// - Throws: ``SESv2Error`` with code `credentialsUnavailable` if the command has no words, or the program can't be
    ///   run, takes too long, ends with a status other than 0, prints more than 1 MiB or what isn't such an object, or
    ///   gives credentials whose time is over; `CancellationError`, when the program is killed.
    public func credentials() async throws -> AWSCredentials {
        guard let words = ShellWords.split(command), let name = words.first, !name.isEmpty else {
            throw SESv2Error.unavailable("the command is empty, or a quotation in it isn't closed")
        }
        guard let path = path(of: name) else {
            throw SESv2Error.unavailable("the program \(name) doesn't exist or can't be run")
        }
        let child = ChildProcess(path: path, arguments: Array(words.dropFirst()), environment: context.environment)
        let output = try await output(of: child, name: name)
        let document = try CredentialDocument.read(output, from: "the program \(name)")
        guard document.version == 1 else {
            throw SESv2Error.unavailable("the program \(name) gave a document whose Version isn't 1")
        }
        let credentials = try document.credentials(from: "the program \(name)")
        guard credentials.expiration.map({ $0 > context.now() }) ?? true else {
            throw SESv2Error.unavailable("the program \(name) gave credentials whose time is over")
        }
        return credentials
    }

    private func output(of child: ChildProcess, name: String) async throws -> Data {
        let result = try await withThrowingTaskGroup(of: ChildProcess.Result?.self) { group in
            group.addTask { try await child.run() }
            group.addTask {
                try await context.clock.sleep(for: limit)
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
        switch result {
        case .output(let data): return data
        case .exit(let status): throw SESv2Error.unavailable("the program \(name) ended with status \(status)")
        case .tooMuch: throw SESv2Error.unavailable("the program \(name) printed more than a document of credentials")
        case .notStarted: throw SESv2Error.unavailable("the program \(name) can't be run")
        case .lost:
            throw SESv2Error.unavailable("the program \(name) ended, and how is lost (this process ignores SIGCHLD)")
        case nil: throw SESv2Error.unavailable("the program \(name) took longer than \(limit)")
        }
    }

    private func path(of name: String) -> String? {
        let files = FileManager.default
        if name.contains("/") { return files.isExecutableFile(atPath: name) ? name : nil }
        let folders = (context.variable("PATH") ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
        return folders.lazy.map { "\($0)/\(name)" }.first { files.isExecutableFile(atPath: $0) }
    }
}

extension ProcessCredentialProvider: SESPrivateContent {}
