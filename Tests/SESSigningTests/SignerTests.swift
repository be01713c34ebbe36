import Foundation
import SESSigning
import Testing

@Suite("A signer")
struct SignerTests {
    static let signer = SigV4Signer(service: "ses", region: "eu-west-1")
    static let longTerm = AWSCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "secret-of-the-long-term-key")
    static let temporary = AWSCredentials(
        accessKeyID: "ASIAEXAMPLE", secretAccessKey: "secret-of-the-temporary-key", sessionToken: "token-one")
    static let noon = Date(timeIntervalSince1970: 1_767_355_200)  // 2026-01-02T12:00:00Z

    static func makeRequest() -> AWSHTTPRequest {
        AWSHTTPRequest(
            method: "POST", host: "email.eu-west-1.amazonaws.com", path: "/v2/email/outbound-emails", query: "a=1&b=2",
            headers: ["Content-Type": "application/json", "User-Agent": "tests"], body: Data("{}".utf8))
    }

    static func signed(
        _ request: AWSHTTPRequest = makeRequest(), by signer: SigV4Signer = signer,
        with credentials: AWSCredentials = longTerm, at date: Date = noon
    ) -> AWSHTTPRequest {
        var request = request
        signer.sign(&request, with: credentials, at: date)
        return request
    }

    static func presigned(
        _ request: AWSHTTPRequest = makeRequest(), by signer: SigV4Signer = signer,
        with credentials: AWSCredentials = longTerm, at date: Date = noon, expiresIn seconds: Int = 3600
    ) -> AWSHTTPRequest {
        var request = request
        signer.presign(&request, with: credentials, at: date, expiresIn: seconds)
        return request
    }

    @Test("Signing a signed request again gives what signing it for the first time would have given")
    func signsAgain() {
        let later = Self.noon.addingTimeInterval(86_400)
        for (before, after) in [(Self.temporary, Self.longTerm), (Self.longTerm, Self.temporary)] {
            let once = Self.signed(with: before)
            #expect(Self.signed(once, with: before) == once)
            #expect(Self.signed(once, with: after, at: later) == Self.signed(with: after, at: later))
            let presigned = Self.presigned(with: before)
            #expect(Self.presigned(presigned, with: before) == presigned)
            #expect(Self.presigned(presigned, with: after, at: later) == Self.presigned(with: after, at: later))
        }
    }

    @Test("A field that signing sets is replaced whatever its case, and however often it is there")
    func replaces() {
        var request = Self.makeRequest()
        for name in ["AUTHORIZATION", "x-amz-date", "X-AMZ-SECURITY-TOKEN", "authorization"] {
            request.headers.append("old", for: name)
        }
        #expect(Self.signed(request, with: Self.temporary) == Self.signed(with: Self.temporary))
    }

    @Test("The body's hash is sent along when asked for, once")
    func payloadHeader() {
        var options = SigV4Signer.Options()
        options.signsPayloadHeader = true
        let signer = SigV4Signer(service: "ses", region: "eu-west-1", options: options)
        let once = Self.signed(by: signer)
        // The SHA-256 of "{}".
        #expect(
            once.headers["x-amz-content-sha256"] == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")
        #expect(once.authorization.contains("content-type;host;x-amz-content-sha256;x-amz-date"))
        #expect(Self.signed(once, by: signer) == once)
        var (changed, fresh) = (once, Self.makeRequest())
        changed.body = Data("{\"a\":1}".utf8)
        fresh.body = changed.body
        #expect(Self.signed(changed, by: signer) == Self.signed(fresh, by: signer))
    }

    @Test("A request's own x-amz-content-sha256 is signed in place of the body's hash")
    func givenPayload() {
        var request = Self.makeRequest()
        request.headers["X-Amz-Content-Sha256"] = "UNSIGNED-PAYLOAD"
        let stages = Self.signer.signRecordingStages(&request, with: Self.longTerm, at: Self.noon)
        #expect(stages.canonicalRequest.hasSuffix("\nUNSIGNED-PAYLOAD"))
    }

    @Test(
        "Without a Host field the host is signed with its port, unless that is the scheme's own",
        arguments: [
            ("https", nil, "h.example"), ("https", 443, "h.example"), ("http", 80, "h.example"),
            ("https", 80, "h.example:80"), ("http", 443, "h.example:443"), ("http", 4579, "h.example:4579"),
        ])
    func host(scheme: String, port: Int?, signed: String) {
        var request = AWSHTTPRequest(method: "GET", scheme: scheme, host: "h.example", port: port)
        let stages = Self.signer.signRecordingStages(&request, with: Self.longTerm, at: Self.noon)
        #expect(stages.canonicalRequest.contains("\nhost:\(signed)\n"))
        #expect(request.headers["Host"] == nil)
    }

    @Test("Fields that a proxy may change aren't signed, and neither are those the user names")
    func unsignedHeaders() {
        var options = SigV4Signer.Options()
        options.unsignedHeaders.insert("x-mine")
        var request = AWSHTTPRequest(method: "GET", host: "h.example", headers: ["X-Mine": "1", "X-Yours": "2"])
        for name in SigV4Signer.Options.defaultUnsignedHeaders { request.headers.append("x", for: name.uppercased()) }
        SigV4Signer(service: "ses", region: "eu-west-1", options: options)
            .sign(&request, with: Self.longTerm, at: Self.noon)
        #expect(request.authorization.contains("SignedHeaders=host;x-amz-date;x-yours,"))
    }

    @Test(
        "A date is written as SigV4 wants it",
        arguments: [
            (0.0, "19700101T000000Z"), (951_782_400, "20000229T000000Z"), (951_868_799.999, "20000229T235959Z"),
            (1_709_251_199, "20240229T235959Z"), (4_107_542_399, "21000228T235959Z"), (-1, "19691231T235959Z"),
            (-0.5, "19691231T235959Z"), (253_402_300_799, "99991231T235959Z"), (-62_135_596_800, "00010101T000000Z"),
            (1e300, "99991231T235959Z"), (-1e300, "00010101T000000Z"), (.infinity, "99991231T235959Z"),
            (.nan, "19700101T000000Z"),
        ])
    func dates(seconds: Double, text: String) {
        let request = Self.signed(at: Date(timeIntervalSince1970: seconds))
        #expect(request.headers["X-Amz-Date"] == text)
        #expect(request.authorization.contains("/\(text.prefix(8))/eu-west-1/ses/aws4_request"))
    }

    @Test("A kept key is used only for its own day and secret, with more of them than are kept")
    func keys() {
        let signer = SigV4Signer(service: "ses", region: "eu-west-1")
        for _ in 0..<2 {
            for index in 0..<20 {
                // The same access key each time: only the secret tells the keys apart.
                let credentials = AWSCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "secret \(index / 2)")
                let date = Self.noon.addingTimeInterval(Double(index % 2) * 86_400)
                let fresh = SigV4Signer(service: "ses", region: "eu-west-1")
                #expect(
                    Self.signed(by: signer, with: credentials, at: date)
                        == Self.signed(by: fresh, with: credentials, at: date))
            }
        }
    }

    @Test("One signer gives the same signatures to many tasks at once")
    func concurrently() async {
        let signer = SigV4Signer(service: "ses", region: "eu-west-1")
        let expected = (0..<16).map { Self.signed(with: Self.credentials($0)).signature }
        await withTaskGroup(of: Bool.self) { group in
            for index in 0..<256 {
                group.addTask {
                    Self.signed(by: signer, with: Self.credentials(index % 16)).signature == expected[index % 16]
                }
            }
            for await same in group { #expect(same) }
        }
    }

    private static func credentials(_ index: Int) -> AWSCredentials {
        AWSCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "secret \(index)")
    }

    @Test(
        "How long a presigned request is good is held to AWS's range", arguments: [(0, 1), (-5, 1), (604_801, 604_800)])
    func expiry(asked: Int, given: Int) {
        #expect(Self.presigned(expiresIn: asked).query?.contains("&X-Amz-Expires=\(given)&") == true)
    }

    @Test("A presigned request has nothing of a header signature, and keeps its own query byte for byte")
    func presigning() {
        var request = Self.makeRequest()
        request.query = "b=%2f&&a=+&flag"
        let presigned = Self.presigned(Self.signed(request, with: Self.temporary), with: Self.temporary)
        #expect(presigned.headers == request.headers)
        #expect(presigned.query?.hasPrefix("b=%2f&&a=+&flag&X-Amz-Algorithm=AWS4-HMAC-SHA256&") == true)
    }

    @Test("What S3 expects: the path as it is, the body's hash in a header")
    func s3() {
        var request = AWSHTTPRequest(method: "GET", host: "b.s3.amazonaws.com", path: "/a%20b//c/../d")
        let stages = SigV4Signer(service: "s3", region: "eu-west-1", options: .s3)
            .signRecordingStages(&request, with: Self.longTerm, at: Self.noon)
        #expect(stages.canonicalRequest.hasPrefix("GET\n/a%20b//c/../d\n\nhost:"))
        #expect(stages.canonicalRequest.contains("\nx-amz-content-sha256:e3b0c44298fc1c149afbf4c8996fb924"))
    }
}
