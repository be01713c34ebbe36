#if CryptoSupport
import Foundation
import Testing

@testable import SESSigning

@Suite("SigV4a")
struct SigV4aTests {
    private static let credentials = AWSCredentials(
        accessKeyID: "AKISORANDOMAASORANDOM", secretAccessKey: "q+jcrXGc+0zWN6uzclKVhvMmUsIfRPa4rlRandom",
        sessionToken: "a token/+=")
    private let signer = SigV4aSigner(service: "ses")
    private let date = Date(timeIntervalSince1970: 1_767_323_045)

    private static func owner(_ id: String) -> AWSCredentials? { id == credentials.accessKeyID ? credentials : nil }

    private func request() -> AWSHTTPRequest {
        AWSHTTPRequest(
            method: "POST", host: "abc.def.endpoints.email.amazonaws.com", path: "/v2/email/outbound-emails",
            query: "a=b", headers: ["Content-Type": "application/json"], body: Data("{}".utf8))
    }

    private func signed() throws -> AWSHTTPRequest {
        var request = request()
        try signer.sign(&request, with: Self.credentials, at: date)
        return request
    }

    private func refusal(_ request: AWSHTTPRequest, in region: String = "eu-west-1") -> SigningError.Code? {
        #expect(throws: SigningError.self) {
            try SigV4aVerifier(service: "ses", region: region).verify(request, at: date, credentials: Self.owner)
        }?.code
    }

    @Test("says its algorithm, its scope without a region, and the region set")
    func fields() throws {
        let request = try signed()
        #expect(
            request.authorization.hasPrefix(
                "AWS4-ECDSA-P256-SHA256 Credential=AKISORANDOMAASORANDOM/20260102/ses/aws4_request, SignedHeaders="
                    + "content-type;host;x-amz-date;x-amz-region-set;x-amz-security-token, Signature=30"))
        #expect(request.headers["X-Amz-Region-Set"] == "*")
        #expect(request.headers["X-Amz-Date"] == "20260102T030405Z")
    }

    @Test("verifies in every region of its set, and in no other")
    func regions() throws {
        for (set, inside, outside) in [
            ("*", ["us-east-1", "cn-north-1"], []),
            ("eu-west-1", ["eu-west-1"], ["eu-west-2", "eu-west-11", "eu-west-"]),
            ("us-east-1, eu-*", ["us-east-1", "eu-west-1", "eu-south-2"], ["us-east-2", "e"]),
        ] as [(String, [String], [String])] {
            var request = request()
            try SigV4aSigner(service: "ses", regionSet: set).sign(&request, with: Self.credentials, at: date)
            for region in inside {
                let verifier = SigV4aVerifier(service: "ses", region: region)
                #expect(try verifier.verify(request, at: date, credentials: Self.owner) == Self.credentials)
            }
            for region in outside { #expect(refusal(request, in: region) == .wrongScope) }
        }
    }

    @Test("verifies in the query form")
    func query() throws {
        var request = request()
        try signer.presign(&request, with: Self.credentials, at: date, expiresIn: 60)
        #expect(request.query?.contains("&X-Amz-Region-Set=%2A&X-Amz-Signature=30") == true)
        let verifier = SigV4aVerifier(service: "ses", region: "eu-west-1")
        try verifier.verify(request, at: date + 60, credentials: Self.owner)
        let late = #expect(throws: SigningError.self) {
            try verifier.verify(request, at: date + 61, credentials: Self.owner)
        }
        #expect(late?.code == .requestExpired)
        request.query = request.query?.replacingOccurrences(of: "%2A", with: "eu-%2A")
        #expect(refusal(request) == .signatureMismatch)
    }

    @Test("may be signed again, by either algorithm")
    func again() throws {
        var request = try signed()
        try signer.sign(&request, with: Self.credentials, at: date)
        try SigV4aVerifier(service: "ses", region: "eu-west-1").verify(request, at: date, credentials: Self.owner)
        SigV4Signer(service: "ses", region: "eu-west-1").sign(&request, with: Self.credentials, at: date)
        #expect(request.headers["X-Amz-Region-Set"] == nil)
        try SigV4Verifier(service: "ses", region: "eu-west-1").verify(request, at: date, credentials: Self.owner)
        #expect(refusal(request) == .malformedAuthorization)
    }

    @Test("refuses a request in which anything was changed")
    func tampering() throws {
        let changes: [(String, (inout AWSHTTPRequest) -> Void, SigningError.Code)] = [
            ("method", { $0.method = "PUT" }, .signatureMismatch),
            ("path", { $0.path += "x" }, .signatureMismatch),
            ("query", { $0.query = "a=c" }, .signatureMismatch),
            ("host", { $0.host = "example.com" }, .signatureMismatch),
            ("body", { $0.body = Data("[]".utf8) }, .signatureMismatch),
            ("region set", { $0.headers["X-Amz-Region-Set"] = "eu-west-1" }, .signatureMismatch),
            ("no region set", { $0.headers["X-Amz-Region-Set"] = nil }, .malformedAuthorization),
            ("token", { $0.headers["X-Amz-Security-Token"] = "another" }, .invalidSessionToken),
            ("date", { $0.headers["X-Amz-Date"] = "20260102T030406Z" }, .signatureMismatch),
            ("signature", { $0.headers["Authorization"]?.removeLast(2) }, .signatureMismatch),
            ("no digits", { $0.headers["Authorization"]? += "zz" }, .malformedAuthorization),
            (
                "too long", { $0.headers["Authorization"]? += String(repeating: "00", count: 80) },
                .malformedAuthorization
            ),
        ]
        for (name, change, code) in changes {
            var request = try signed()
            change(&request)
            #expect(refusal(request) == code, "\(name)")
        }
    }

    /// The key pair of AWS's own test of the derivation (aws-c-auth, key_derivation_tests.c).
    @Test("derives the key of AWS's own example")
    func knownKey() throws {
        let key = try SigV4aKey(Self.credentials)
        #expect(
            key.publicKey
                == [UInt8](
                    hexadecimal: "15d242ceebf8d8169fd6a8b5a746c41140414c3b07579038da06af89190fffcb"
                        + "0515242cedd82e94799482e4c0514b505afccf2c0c98d6a553bf539f424c5ec0"))
    }

    @Test("takes a candidate up to the curve's order less two, plus one")
    func privateNumber() {
        func number(_ hexadecimal: String) -> [UInt8]? {
            [UInt8](hexadecimal: hexadecimal).withUnsafeBytes(SigV4aKey.privateNumber)
        }
        let high = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc6325"
        #expect(number(high + "4f") == [UInt8](hexadecimal: high + "50"))
        #expect(number(high + "50") == nil)
        #expect(number(high + "51") == nil)
        #expect(number(String(repeating: "ff", count: 32)) == nil)
        #expect(number("ffffffff00000001" + String(repeating: "00", count: 24)) == nil)
        #expect(number(String(repeating: "00", count: 32)) == [UInt8](repeating: 0, count: 31) + [1])
        let carried = String(repeating: "00", count: 28) + "00ffffff"
        #expect(number(carried) == [UInt8](repeating: 0, count: 28) + [1, 0, 0, 0])
        #expect(number("00") == nil)
    }

    @Test("shows neither secret nor key when it is printed")
    func printed() {
        var text = "\(signer) \(String(reflecting: signer))"
        dump(signer, to: &text)
        #expect(!text.contains("q+jcrXGc"))
    }
}
#endif
