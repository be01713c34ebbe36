import Foundation
import SESSigning
import Testing

/// One case of the suite.
struct SigningSuite {
    /// The folder of the SigV4 cases; nil if it isn't there.
    static let v4 = ProcessInfo.processInfo.environment["SES_SIGNING_SUITE"]
    /// The folder of the SigV4a cases: named by `SES_SIGNING_SUITE_V4A`, or beside that of SigV4.
    static let v4a: String? = {
        let sibling = v4.map { URL(filePath: $0).deletingLastPathComponent().appending(path: "v4a").path }
        guard let folder = ProcessInfo.processInfo.environment["SES_SIGNING_SUITE_V4A"] ?? sibling,
            FileManager.default.fileExists(atPath: folder)
        else { return nil }
        return folder
    }()

    /// The cases of a folder that are whole: two of SigV4a's have a request and nothing to hold it against.
    static func names(in folder: String?) -> [String] {
        guard let folder else { return [] }
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().filter {
            FileManager.default.fileExists(atPath: "\(folder)/\($0)/header-signed-request.txt")
        }
    }

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

    private let folder: String
    let service: String
    let region: String
    let options: SigV4Signer.Options
    let credentials: AWSCredentials
    let date: Date
    let expiration: Int

    var signer: SigV4Signer { SigV4Signer(service: service, region: region, options: options) }

    init(_ name: String, in folder: String?) throws {
        self.folder = "\(try #require(folder))/\(name)"
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let context = try decoder.decode(
            Context.self, from: Data(try String(contentsOfFile: "\(self.folder)/context.json", encoding: .utf8).utf8))
        var options = SigV4Signer.Options()
        options.normalizesPath = context.normalize
        options.signsPayloadHeader = context.signBody
        options.signsSessionToken = context.omitSessionToken != true
        self.options = options
        service = context.service
        region = context.region
        credentials = AWSCredentials(
            accessKeyID: context.credentials.accessKeyId, secretAccessKey: context.credentials.secretAccessKey,
            sessionToken: context.credentials.token)
        date = try Date(signing: context.timestamp)
        expiration = context.expirationInSeconds
    }

    /// Holds the stages against the published ones.
    func expect(_ stages: SigV4Stages, prefix: String, isDeterministic: Bool = true) throws {
        #expect(stages.canonicalRequest == (try text("\(prefix)-canonical-request.txt")))
        #expect(stages.stringToSign == (try text("\(prefix)-string-to-sign.txt")))
        if isDeterministic { #expect(stages.signature == (try text("\(prefix)-signature.txt"))) }
    }

    /// Holds the signed request against the published one, byte for byte but for the signature's own.
    func expect(_ signed: AWSHTTPRequest, signature: String, prefix: String) throws {
        let published = try text("\(prefix)-signed-request.txt")
        let theirs = try #require(published.firstMatch(of: /Signature=([0-9a-f]+)/)?.1)
        #expect(
            Self.trimmed(Self.message(signed))
                == published.replacingOccurrences(of: "Signature=\(theirs)", with: "Signature=\(signature)"))
    }

    /// Reads a request as the suite writes it: a line that begins with a space belongs to the value before it.
    func request(in file: String) throws -> AWSHTTPRequest {
        // Without a body a file may end with the last field.
        let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8) + "\n\n"
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

    func text(_ file: String) throws -> String {
        Self.trimmed(try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8))
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
