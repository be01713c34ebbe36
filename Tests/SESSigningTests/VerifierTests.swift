import Foundation
import SESSigning
import Testing

@Suite("A verifier")
struct VerifierTests {
    private static let verifier = SigV4Verifier(service: "ses", region: "eu-west-1")
    private static let noon = SignerTests.noon

    /// The code of the error that verifying throws, nil if it verifies.
    static func refusal(
        _ request: AWSHTTPRequest, at date: Date = SignerTests.noon, by verifier: SigV4Verifier = verifier,
        owner: AWSCredentials? = SignerTests.longTerm
    ) -> SigningError.Code? {
        do throws(SigningError) {
            try verifier.verify(request, at: date) { $0 == owner?.accessKeyID ? owner : nil }
            return nil
        } catch {
            for credentials in [SignerTests.longTerm, SignerTests.temporary] {
                for hidden in [credentials.accessKeyID, credentials.secretAccessKey, credentials.sessionToken] {
                    #expect(hidden.map { error.description.contains($0) } != true)
                }
            }
            return error.code
        }
    }

    @Test("What a signer signs verifies, in both forms, with and without a token, and gives the credentials")
    func verifies() throws {
        for credentials in [SignerTests.longTerm, SignerTests.temporary] {
            for request in [SignerTests.signed(with: credentials), SignerTests.presigned(with: credentials)] {
                let found = try Self.verifier.verify(request, at: Self.noon) {
                    $0 == credentials.accessKeyID ? credentials : nil
                }
                #expect(found == credentials)
            }
        }
    }

    @Test("A request without a signature is refused as such")
    func missing() {
        #expect(Self.refusal(SignerTests.makeRequest()) == .missingAuthentication)
    }

    @Test("A signature for another service, region or day is refused")
    func scope() {
        for signer in [
            SigV4Signer(service: "sns", region: "eu-west-1"), SigV4Signer(service: "ses", region: "eu-west-2"),
        ] {
            #expect(Self.refusal(SignerTests.signed(by: signer)) == .wrongScope)
            #expect(Self.refusal(SignerTests.presigned(by: signer)) == .wrongScope)
        }
        var request = SignerTests.signed()
        request.headers["Authorization"] = request.authorization.replacing("/20260102/", with: "/20260103/")
        #expect(Self.refusal(request) == .wrongScope)
    }

    @Test("The time of signing may be five minutes off, either way, and no more", arguments: [-1.0, 1])
    func skew(direction: Double) {
        let request = SignerTests.signed()
        #expect(Self.refusal(request, at: Self.noon + direction * 300) == nil)
        #expect(Self.refusal(request, at: Self.noon + direction * 301) == .requestSkewed)
        let lenient = SigV4Verifier(service: "ses", region: "eu-west-1", allowedClockSkew: 3600)
        #expect(Self.refusal(request, at: Self.noon + direction * 3600, by: lenient) == nil)
        #expect(Self.refusal(request, at: Self.noon + direction * 3601, by: lenient) == .requestSkewed)
    }

    @Test("A presigned request is good until it expires, and not before it was signed")
    func expiry() {
        let request = SignerTests.presigned(expiresIn: 1000)
        #expect(Self.refusal(request, at: Self.noon + 1000) == nil)
        #expect(Self.refusal(request, at: Self.noon + 1001) == .requestExpired)
        #expect(Self.refusal(request, at: Self.noon - 300) == nil)
        #expect(Self.refusal(request, at: Self.noon - 301) == .requestSkewed)
    }

    @Test("An unknown access key and a wrong secret are refused")
    func credentials() {
        let wrong = AWSCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "another secret")
        for request in [SignerTests.signed(), SignerTests.presigned()] {
            #expect(Self.refusal(request, owner: nil) == .unknownAccessKey)
            #expect(Self.refusal(request, owner: SignerTests.temporary) == .unknownAccessKey)
            #expect(Self.refusal(request, owner: wrong) == .signatureMismatch)
            // The right secret still verifies after the wrong one's key was kept, and the other way round.
            #expect(Self.refusal(request) == nil)
            #expect(Self.refusal(request, owner: wrong) == .signatureMismatch)
        }
    }

    @Test("A session token that is missing, another's, or not wanted is refused")
    func token() {
        let (key, secret) = (SignerTests.temporary.accessKeyID, SignerTests.temporary.secretAccessKey)
        let none = AWSCredentials(accessKeyID: key, secretAccessKey: secret)
        let other = AWSCredentials(accessKeyID: key, secretAccessKey: secret, sessionToken: "token-two")
        let ended = AWSCredentials(
            accessKeyID: key, secretAccessKey: secret, sessionToken: "token-one", expiration: Self.noon)
        for sign in [
            { SignerTests.signed(with: $0) }, { SignerTests.presigned(with: $0) },
        ] as [(AWSCredentials) -> AWSHTTPRequest] {
            #expect(Self.refusal(sign(SignerTests.temporary), owner: SignerTests.temporary) == nil)
            #expect(Self.refusal(sign(SignerTests.temporary), owner: none) == .invalidSessionToken)
            #expect(Self.refusal(sign(SignerTests.temporary), owner: other) == .invalidSessionToken)
            #expect(Self.refusal(sign(none), owner: SignerTests.temporary) == .invalidSessionToken)
            #expect(Self.refusal(sign(SignerTests.temporary), owner: ended) == .expiredCredentials)
        }
    }

    @Test("A field that has to be signed can't be added after signing")
    func addedFields() {
        for (name, value) in [("X-Amz-Target", "T"), ("x-amz-meta-a", "1"), ("X-Amz-Content-Sha256", "x")] {
            var request = SignerTests.signed()
            request.headers.append(value, for: name)
            #expect(Self.refusal(request) == .unsignedRequiredHeader)
            request = SignerTests.presigned()
            request.headers.append(value, for: name)
            #expect(Self.refusal(request) == .unsignedRequiredHeader)
        }
        var untyped = SignerTests.makeRequest()
        untyped.headers["Content-Type"] = nil
        for var request in [SignerTests.signed(untyped), SignerTests.presigned(untyped)] {
            #expect(Self.refusal(request) == nil)
            request.headers["Content-Type"] = "text/plain"
            #expect(Self.refusal(request) == .unsignedRequiredHeader)
        }
    }

    @Test("Fields that aren't signed may change on the way")
    func unsignedFields() {
        for var request in [SignerTests.signed(), SignerTests.presigned()] {
            request.headers["User-Agent"] = "changed"
            request.headers.append("1", for: "X-Forwarded-For")
            request.headers.append("attempt=2", for: "amz-sdk-request")
            #expect(Self.refusal(request) == nil)
        }
    }

    @Test("A body's hash in a field has to be the body's")
    func payload() {
        var options = SigV4Signer.Options()
        options.signsPayloadHeader = true
        let verifier = SigV4Verifier(service: "ses", region: "eu-west-1", options: options)
        var request = SignerTests.signed(by: SigV4Signer(service: "ses", region: "eu-west-1", options: options))
        #expect(Self.refusal(request, by: verifier) == nil)
        request.body = Data("{ }".utf8)
        #expect(Self.refusal(request, by: verifier) == .payloadMismatch)
        // A client can't leave the body unsigned by saying so.
        var unsigned = SignerTests.makeRequest()
        unsigned.headers["x-amz-content-sha256"] = "UNSIGNED-PAYLOAD"
        #expect(Self.refusal(SignerTests.signed(unsigned)) == .payloadMismatch)
    }

    @Test("Where the service takes unsigned bodies, the body may change and nothing else")
    func unsignedPayload() {
        var options = SigV4Signer.Options()
        options.signsPayload = false
        let verifier = SigV4Verifier(service: "ses", region: "eu-west-1", options: options)
        var request = SignerTests.presigned(by: SigV4Signer(service: "ses", region: "eu-west-1", options: options))
        request.body = Data("changed".utf8)
        #expect(Self.refusal(request, by: verifier) == nil)
        request.method = "PUT"
        #expect(Self.refusal(request, by: verifier) == .signatureMismatch)
    }

    @Test("Characters that HTTP forbids in a method, a path or a name are refused")
    func forbiddenCharacters() {
        for method in ["", "POST\n/", "PO ST", "POST\r"] {
            var request = SignerTests.signed()
            request.method = method
            #expect(Self.refusal(request) == .malformedRequest)
        }
        for path in ["", "v2", "/v2\n/email", "/v2?a=1", "/\u{7f}", "/\0"] {
            var request = SignerTests.signed()
            request.path = path
            #expect(Self.refusal(request) == .malformedRequest)
        }
        for name in ["", "a:b", "a\nhost", "é", "a b"] {
            var request = SignerTests.signed()
            request.headers.append("x", for: name)
            #expect(Self.refusal(request) == .malformedRequest)
        }
    }
}
