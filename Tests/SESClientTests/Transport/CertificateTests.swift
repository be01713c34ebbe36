import Foundation
import SESClient
import SESSigning
import Testing

@Suite("Certificates", .serialized)
struct CertificateTests {
    private static let openssl = ["/usr/bin/openssl", "/usr/local/bin/openssl", "/opt/homebrew/bin/openssl"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    @Test(
        "a server with a certificate of its own making gets nothing",
        .enabled(if: openssl != nil, "needs the openssl command"), arguments: TransportUnderTest.all, ["POST", "GET"])
    func selfSigned(tested: TransportUnderTest, method: String) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ses-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (key, certificate) = (folder.appending(path: "key.pem").path, folder.appending(path: "cert.pem").path)
        let making = try start([
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost",
            "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", certificate,
        ])
        await blocking { making.process.waitUntilExit() }
        try #require(making.process.terminationStatus == 0)

        let server = try start(["s_server", "-accept", "127.0.0.1:0", "-key", key, "-cert", certificate])
        let port = try #require(await blocking { server.output.firstPort() })
        let request = AWSHTTPRequest(
            method: method, host: "127.0.0.1", port: port, path: "/secret-path",
            body: method == "POST" ? Data("secret body".utf8) : Data())
        let error = await #expect(throws: HTTPTransportError.self) {
            try await tested.transport.execute(request, limits: TransportLimits())
        }
        #expect(error?.kind == .connectionFailed)
        #expect(error?.requestMayHaveBeenSent == false)
        #expect(error?.message.lowercased().contains("certificate") == true)
        kill(server.process.processIdentifier, SIGKILL)
        let seen = await blocking { server.output.readDataToEndOfFile() }
        #expect(!String(decoding: seen, as: UTF8.self).contains("secret"))
    }

    /// Runs what blocks on a thread of its own: the threads that tasks run on are few.
    private func blocking<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            Thread { continuation.resume(returning: body()) }.start()
        }
    }

    private func start(_ arguments: [String]) throws -> (process: Process, output: FileHandle) {
        let process = Process()
        let output = Pipe()
        process.executableURL = Self.openssl.map { URL(filePath: $0) }
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = Pipe()
        try process.run()
        return (process, output.fileHandleForReading)
    }
}

extension FileHandle {
    /// The port in the line `ACCEPT 127.0.0.1:12345`; nil if the output ends without one.
    fileprivate func firstPort() -> Int? {
        var text = ""
        while let byte = try? read(upToCount: 1), let byte = byte.first {
            guard byte == UInt8(ascii: "\n") else {
                text.append(Character(Unicode.Scalar(byte)))
                continue
            }
            if text.hasPrefix("ACCEPT"), let port = text.split(separator: ":").last.flatMap({ Int($0) }) { return port }
            text = ""
        }
        return nil
    }
}
