import Foundation
import SESSigning
import Testing

/// AWS's own vectors, which aren't part of this repository.
///
/// `SES_SIGNING_SUITE` names the folder: `tests/aws-signing-test-suite/v4` of awslabs/aws-c-auth.
@Suite("AWS's signing test suite", .enabled(if: SigningSuite.folder != nil, "SES_SIGNING_SUITE isn't set"))
struct PublishedSuiteTests {
    @Test("The suite has its 38 cases")
    func count() {
        #expect(SigningSuite.names.count == 38)
    }

    @Test("Each stage of the header form is as published", arguments: SigningSuite.names)
    func headerForm(name: String) throws {
        let example = try SigningSuite(name)
        var request = try example.request(in: "request.txt")
        let stages = example.signer.signRecordingStages(&request, with: example.credentials, at: example.date)
        try example.expect(stages, request, prefix: "header")
    }

    @Test("Each stage of the query form is as published", arguments: SigningSuite.names)
    func queryForm(name: String) throws {
        let example = try SigningSuite(name)
        var request = try example.request(in: "request.txt")
        let stages = example.signer.presignRecordingStages(
            &request, with: example.credentials, at: example.date, expiresIn: example.expiration)
        try example.expect(stages, request, prefix: "query")
    }

    @Test("What the suite signs verifies in both forms", arguments: SigningSuite.names, ["header", "query"])
    func verifies(name: String, form: String) throws {
        let example = try SigningSuite(name)
        let request = try example.request(in: "\(form)-signed-request.txt")
        let verifier = SigV4Verifier(
            service: example.signer.service, region: example.signer.region, options: example.signer.options)
        try verifier.verify(request, at: example.date) { $0 == "AKIDEXAMPLE" ? example.credentials : nil }
    }
}

/// One case of the suite.
struct SigningSuite {
    static let folder = ProcessInfo.processInfo.environment["SES_SIGNING_SUITE"]
    static let names: [String] =
        folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) }?.sorted() ?? []

    private struct Context: Decodable {
        struct Credentials: Decodable {
            let accessKeyId: String
            let secretAccessKey: String
            let token: String?
        }
        let credentials: Credentials
        let expirationInSeconds: Int
        let normalize: Bool
        let region: String
        let service: String
        let signBody: Bool
        let timestamp: String
        let omitSessionToken: Bool?
    }

    private let name: String
    let signer: SigV4Signer
    let credentials: AWSCredentials
    let date: Date
    let expiration: Int

    init(_ name: String) throws {
        self.name = name
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let context = try decoder.decode(
            Context.self, from: Data(try Self.text(of: name, "context.json").utf8))
        var options = SigV4Signer.Options()
        options.normalizesPath = context.normalize
        options.signsPayloadHeader = context.signBody
        options.signsSessionToken = context.omitSessionToken != true
        signer = SigV4Signer(service: context.service, region: context.region, options: options)
        credentials = AWSCredentials(
            accessKeyID: context.credentials.accessKeyId, secretAccessKey: context.credentials.secretAccessKey,
            sessionToken: context.credentials.token)
        date = try Date(signing: context.timestamp)
        expiration = context.expirationInSeconds
    }

    func expect(_ stages: SigV4Stages, _ signed: AWSHTTPRequest, prefix: String) throws {
        #expect(stages.canonicalRequest == (try text("\(prefix)-canonical-request.txt")))
        #expect(stages.stringToSign == (try text("\(prefix)-string-to-sign.txt")))
        #expect(stages.signature == (try text("\(prefix)-signature.txt")))
        #expect(signed.signature == stages.signature)
        #expect(Self.trimmed(Self.message(signed)) == (try text("\(prefix)-signed-request.txt")))
    }

    /// Reads a request as the suite writes it: a line that begins with a space belongs to the value before it.
    func request(in file: String) throws -> AWSHTTPRequest {
        // Without a body a file may end with the last field.
        let text = try Self.text(of: name, file) + "\n\n"
        let end = try #require(text.range(of: "\n\n"))
        var lines = text[..<end.lowerBound].split(separator: "\n").map(String.init)
        // The target may have spaces: it is what stands between the first and the last space.
        let start = lines.removeFirst()
        let method = start.prefix { $0 != " " }
        let target = start.dropFirst(method.count + 1).dropLast(" HTTP/1.1".count)
            .split(separator: "?", maxSplits: 1).map(String.init)
        var headers = AWSHTTPHeaders()
        for line in lines {
            if line.hasPrefix(" ") {
                headers.fields[headers.fields.count - 1].value += "\n" + line
            } else {
                let field = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                headers.append(String(field[1]), for: String(field[0]))
            }
        }
        return AWSHTTPRequest(
            method: String(method), host: headers["Host"] ?? "", path: target[0],
            query: target.count > 1 ? target[1] : nil, headers: headers,
            body: Data(text[end.upperBound...].trimmingCharacters(in: .newlines).utf8))
    }

    private func text(_ file: String) throws -> String {
        Self.trimmed(try Self.text(of: name, file))
    }

    private static func text(of name: String, _ file: String) throws -> String {
        try String(contentsOfFile: "\(folder ?? "")/\(name)/\(file)", encoding: .utf8)
    }

    private static func trimmed(_ text: String) -> String {
        text.trimmingCharacters(in: .newlines)
    }

    private static func message(_ request: AWSHTTPRequest) -> String {
        let target = request.path + (request.query.map { "?\($0)" } ?? "")
        let fields = request.headers.fields.map { "\($0.name):\($0.value)\n" }.joined()
        return "\(request.method) \(target) HTTP/1.1\n\(fields)\n" + String(decoding: request.body, as: UTF8.self)
    }
}
