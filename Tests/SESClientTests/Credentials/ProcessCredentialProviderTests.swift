import Foundation
import SESClient
import SESSigning
import Testing

// One after the other: a program can't be run while another, just being started, still has it open for writing.
@Suite("A credential process", .serialized)
struct ProcessCredentialProviderTests {
    private let home: CredentialHome

    init() throws { home = try CredentialHome() }

    /// A program that runs this shell script.
    private func program(_ script: String) throws -> String {
        let path = try home.write("a program", "#!/bin/sh\n\(script)\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        return "'\(path)'"
    }

    private func provider(_ script: String) throws -> ProcessCredentialProvider {
        ProcessCredentialProvider(command: try program(script), context: home.context())
    }

    @Test("gives what it prints, with its arguments as they were quoted and the environment it was given")
    func output() async throws {
        let script = #"""
            echo "secret noise" >&2
            printf '{"Version":1,"AccessKeyId":"%s","SecretAccessKey":"%s","SessionToken":"%s",' "$1" "$2" "$SOME"
            printf '"Expiration":"2026-01-02T04:04:05Z"}'
            """#
        let provider = ProcessCredentialProvider(
            command: "\(try program(script)) 'a b' \"c'd\"", context: home.context(["SOME": "t"]))
        #expect(
            try await provider.credentials()
                == AWSCredentials(
                    accessKeyID: "a b", secretAccessKey: "c'd", sessionToken: "t",
                    expiration: ManualDate.start.addingTimeInterval(3600)))
    }

    @Test("is found in PATH, and no shell runs it")
    func path() async throws {
        _ = try program("echo '{\"Version\":1,\"AccessKeyId\":\"'$1'\",\"SecretAccessKey\":\"s\"}'")
        let context = home.context(["PATH": "/nowhere:\(home.path)"])
        let provider = ProcessCredentialProvider(command: "'a program' $HOME;x", context: context)
        #expect(try await provider.credentials() == AWSCredentials(accessKeyID: "$HOME;x", secretAccessKey: "s"))
    }

    @Test("is named in a profile")
    func profile() async throws {
        let command = try program(#"echo '{"Version":1,"AccessKeyId":"i","SecretAccessKey":"s"}'"#)
        try home.write(".aws/config", "[default]\ncredential_process = \(command)")
        let provider = ProfileCredentialProvider(context: home.context())
        #expect(try await provider.credentials() == AWSCredentials(accessKeyID: "i", secretAccessKey: "s"))
    }

    @Test(
        "that fails is a fault without a word of what it printed",
        arguments: [
            ("echo secret; echo secret >&2; exit 3", "ended with status 3"), ("kill -9 $$", "ended with status -9"),
            ("echo secret", "no JSON object"), ("true", "no JSON object"), ("echo '[]'", "no JSON object"),
            (#"echo '{"AccessKeyId":"secret","SecretAccessKey":"secret"}'"#, "Version isn't 1"),
            (#"echo '{"Version":2,"AccessKeyId":"i","SecretAccessKey":"secret"}'"#, "Version isn't 1"),
            (#"echo '{"Version":1,"SecretAccessKey":"secret"}'"#, "without AccessKeyId"),
            (#"echo '{"Version":1,"AccessKeyId":"i"}'"#, "without SecretAccessKey"),
            (#"echo '{"Version":1,"AccessKeyId":"i","SecretAccessKey":"s","Expiration":"x"}'"#, "ISO 8601"),
            (
                #"echo '{"Version":1,"AccessKeyId":"i","SecretAccessKey":"s","Expiration":"2026-01-02T03:04:05Z"}'"#,
                "time is over"
            ), ("yes secret", "more than a document"),
        ])
    func failing(script: String, words: String) async throws {
        await expectFailure(try provider(script), .credentialsUnavailable, words, "a program")
    }

    @Test(
        "that can't be run is a fault",
        arguments: [
            ("/nowhere/program", "doesn't exist"), ("program-of-nobody", "doesn't exist"), ("", "is empty"),
            ("'open", "isn't closed"), ("/tmp", "can't be run"), ("''", "is empty"),
        ])
    func notRun(command: String, words: String) async throws {
        await expectFailure(
            ProcessCredentialProvider(command: command, context: home.context()), .credentialsUnavailable, words)
    }

    @Test("that takes too long is killed")
    func slow() async throws {
        let provider = ProcessCredentialProvider(
            command: try program("echo $$ > \"$HOME/pid\"; exec sleep 1000"), limit: .seconds(5),
            context: home.context())
        async let failure: Void = expectFailure(provider, .credentialsUnavailable, "took longer than 5.0 seconds")
        let id = try await processID()
        await home.clock.advanceOnceAwaited(by: .seconds(5))
        await failure
        await eventually { kill(id, 0) != 0 }
    }

    @Test("ends when the caller is cancelled")
    func cancelled() async throws {
        let provider = try provider("echo $$ > \"$HOME/pid\"; exec sleep 1000")
        let call = Task { try await provider.credentials() }
        let id = try await processID()
        call.cancel()
        await #expect(throws: CancellationError.self) { try await call.value }
        await eventually { kill(id, 0) != 0 }
    }

    @Test("that has ended is still its own for as long as it can be killed, with what it has left behind")
    func leftBehind() async throws {
        let provider = try provider("sleep 1000 & echo $! > \"$HOME/left\"; echo $$ > \"$HOME/pid\"")
        let call = Task { try await provider.credentials() }
        let id = try await processID()
        let left = try await processID(in: "left")
        await eventually { !isRunning(id) }
        // The id isn't free for another program while somebody may still kill it.
        #expect(kill(id, 0) == 0)
        call.cancel()
        await #expect(throws: CancellationError.self) { try await call.value }
        await eventually { !isRunning(left) && kill(id, 0) != 0 }
    }

    @Test("inherits no open file, and ends by a signal that this process ignores")
    func inheritance() async throws {
        // Beyond the numbers that a shell uses itself.
        let file = fcntl(STDERR_FILENO, F_DUPFD, 300)
        try #require(file >= 300)
        defer { close(file) }
        signal(SIGPIPE, SIG_IGN)
        let script = #"""
            [ -e /dev/fd/\#(file) ] && exit 7
            printf '{"Version":1,"AccessKeyId":"i","SecretAccessKey":"s"}'
            """#
        #expect(try await provider(script).credentials().accessKeyID == "i")
        await expectFailure(try provider("kill -PIPE $$"), .credentialsUnavailable, "ended with status -13")
    }

    /// Whether a program runs; one whose end nobody has fetched doesn't.
    private func isRunning(_ id: Int32) -> Bool {
        #if os(Linux)
        let state = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8)
        return state.map { !$0.contains(") Z ") } ?? false
        #else
        return false
        #endif
    }

    /// The id that the program has written down.
    private func processID(in name: String = "pid") async throws -> Int32 {
        var id: Int32?
        await eventually {
            let text = try? String(contentsOfFile: "\(home.path)/\(name)", encoding: .utf8)
            if let text, text.hasSuffix("\n") { id = Int32(text.dropLast()) }
            return id != nil
        }
        return try #require(id)
    }
}
