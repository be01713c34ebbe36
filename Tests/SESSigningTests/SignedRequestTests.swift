import Foundation
import SESSigning
import Testing

/// Odd requests that botocore and awscrt signed; `.ci/signing-fixtures.py` makes them.
@Suite("Requests that botocore and awscrt signed")
struct SignedRequestTests {
    static let all = Result { try SignedRequest.load() }

    @Test("There are enough of every kind")
    func count() throws {
        let all = try Self.all.get()
        #expect(all.count >= 200)
        for signer in ["awscrt", "botocore"] {
            for form in ["header", "query"] {
                #expect(all.filter { $0.signer == signer && $0.form == form }.count >= 20)
            }
        }
    }

    @Test("We sign them to the same request, field by field and parameter by parameter")
    func signs() throws {
        for example in try Self.all.get() {
            var request = example.unsigned
            let date = try Date(signing: example.setting.date)
            if example.form == "header" {
                example.makeSigner().sign(&request, with: example.credentials, at: date)
            } else {
                example.makeSigner().presign(
                    &request, with: example.credentials, at: date, expiresIn: example.setting.expires)
            }
            let expected = example.signedRequest
            #expect(request.signature == expected.signature, "\(example.name)")
            #expect(Self.fields(request) == Self.fields(expected), "\(example.name)")
            #expect(
                Self.parameters(request).sorted() == Self.parameters(expected).sorted(), "\(example.name)")
            // awscrt adds its fields and parameters in the order we do; botocore has its own.
            guard example.signer == "awscrt" else { continue }
            #expect(Self.parameters(request) == Self.parameters(expected), "\(example.name)")
            #expect(
                request.headers.fields.map(\.name) == expected.headers.fields.map(\.name), "\(example.name)")
        }
    }

    @Test("They verify, and no longer with another secret")
    func verifies() throws {
        for example in try Self.all.get() {
            let verifier = SigV4Verifier(
                service: example.setting.service, region: example.setting.region, options: example.signerOptions)
            let date = try Date(signing: example.setting.date)
            let request = example.signedRequest
            let credentials = example.credentials
            #expect(throws: Never.self, "\(example.name)") {
                try verifier.verify(request, at: date) { $0 == credentials.accessKeyID ? credentials : nil }
            }
            let other = AWSCredentials(
                accessKeyID: credentials.accessKeyID, secretAccessKey: credentials.secretAccessKey + "x",
                sessionToken: credentials.sessionToken)
            let error = #expect(throws: SigningError.self) {
                try verifier.verify(request, at: date) { _ in other }
            }
            #expect(error?.code == .signatureMismatch, "\(example.name)")
        }
    }

    /// The fields without regard to order, case and the white space at a value's ends, which awscrt cuts off.
    private static func fields(_ request: AWSHTTPRequest) -> [String] {
        request.headers.fields
            .map { "\($0.name.lowercased()): \($0.value.trimmingCharacters(in: .whitespaces))" }.sorted()
    }

    /// The parameters, one without `=` as awscrt writes it: with an empty value.
    private static func parameters(_ request: AWSHTTPRequest) -> [String] {
        (request.query ?? "").split(separator: "&").map { $0.contains("=") ? String($0) : $0 + "=" }
    }
}

/// One of the fixtures.
struct SignedRequest: Decodable {
    struct Options: Decodable {
        let normalizesPath, doubleEncodesPath, signsPayloadHeader, signsPayload, signsSessionToken: Bool
    }
    struct Setting: Decodable {
        let accessKeyID, secret, region, service, date: String
        let token: String?
        let expires: Int
    }
    struct Request: Decodable {
        let method, scheme, host, path: String
        let port: Int?
        let query: String?
        let headers: [[String]]
        let body: Data
    }
    struct Signed: Decodable {
        let headers: [[String]]
        let query: String?
    }

    let name, signer, form: String
    let options: Options
    let setting: Setting
    let request: Request
    let signed: Signed

    static func load() throws -> [SignedRequest] {
        try JSONDecoder().decode([SignedRequest].self, from: Fixture.data("signed-requests.json"))
    }

    var signerOptions: SigV4Signer.Options {
        var made = SigV4Signer.Options()
        made.normalizesPath = options.normalizesPath
        made.doubleEncodesPath = options.doubleEncodesPath
        made.signsPayloadHeader = options.signsPayloadHeader
        made.signsPayload = options.signsPayload
        made.signsSessionToken = options.signsSessionToken
        return made
    }

    func makeSigner() -> SigV4Signer {
        SigV4Signer(service: setting.service, region: setting.region, options: signerOptions)
    }

    var credentials: AWSCredentials {
        AWSCredentials(accessKeyID: setting.accessKeyID, secretAccessKey: setting.secret, sessionToken: setting.token)
    }

    var unsigned: AWSHTTPRequest {
        Self.make(request, headers: request.headers, query: request.query)
    }

    var signedRequest: AWSHTTPRequest {
        Self.make(request, headers: signed.headers, query: signed.query)
    }

    private static func make(_ request: Request, headers: [[String]], query: String?) -> AWSHTTPRequest {
        AWSHTTPRequest(
            method: request.method, scheme: request.scheme, host: request.host, port: request.port,
            path: request.path, query: query,
            headers: AWSHTTPHeaders(headers.map { AWSHTTPHeaders.Field(name: $0[0], value: $0[1]) }),
            body: request.body)
    }
}
