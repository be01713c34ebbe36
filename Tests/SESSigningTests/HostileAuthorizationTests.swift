import Foundation
import SESSigning
import Testing

@Suite("A hostile signature")
struct HostileAuthorizationTests {
    private static let credential = "Credential=AKIDEXAMPLE/20260102/eu-west-1/ses/aws4_request"
    private static let names = "SignedHeaders=content-type;host;x-amz-date"
    private static let signature = "Signature=" + String(repeating: "0", count: 64)

    private static func authorization(
        _ credential: String = credential, _ names: String = names, _ signature: String = signature
    ) -> String {
        "AWS4-HMAC-SHA256 \(credential), \(names), \(signature)"
    }

    static let malformed: [String] = [
        "", " ", "AWS4-HMAC-SHA256", "AWS4-HMAC-SHA256 ", "AWS4-HMAC-SHA256 ,,,", "AWS4-HMAC-SHA256 = , = , =",
        "Basic dXNlcjpwYXNz", "Bearer token", "aws4-hmac-sha256 " + authorization().dropFirst(17),
        " " + authorization(), "AWS4-HMAC-SHA256\t" + authorization().dropFirst(17),
        "AWS4-ECDSA-P256-SHA256 " + authorization().dropFirst(17), "AWS4-HMAC-SHA256\u{301} x",
        "AWS4-HMAC-SHA256 \(credential), \(names)", "AWS4-HMAC-SHA256 \(names), \(signature)",
        "AWS4-HMAC-SHA256 \(credential), \(signature)", authorization() + ", " + signature,
        authorization() + ", Extra=1", authorization() + ",", authorization("credential" + credential.dropFirst(10)),
        authorization("Credential="), authorization("Credential=AKIDEXAMPLE"), authorization("Credential=////"),
        authorization("Credential=/20260102/eu-west-1/ses/aws4_request"),
        authorization("Credential=AKIDEXAMPLE/20260102//ses/aws4_request"),
        authorization("Credential=AKIDEXAMPLE/20260102/eu-west-1/ses"), authorization(credential + "/more"),
        authorization("Credential=AKIDEXAMPLE/20260102/eu-west-1/ses/aws5_request"),
        authorization(credential, "SignedHeaders="), authorization(credential, "SignedHeaders=;"),
        authorization(credential, "SignedHeaders=host;"), authorization(credential, "SignedHeaders=;host"),
        authorization(credential, "SignedHeaders=x-amz-date;host"),
        authorization(credential, "SignedHeaders=host;host;x-amz-date"),
        authorization(credential, "SignedHeaders=Host;x-amz-date"),
        authorization(credential, "SignedHeaders=host;x amz"), authorization(credential, "SignedHeaders=hos\nt"),
        authorization(credential, "SignedHeaders=content-type;host;not-there;x-amz-date"),
        authorization(credential, names, "Signature="), authorization(credential, names, "Signature=00"),
        authorization(credential, names, signature + "0"), authorization(credential, names, "Signature=" + fill("g")),
        authorization(credential, names, "Signature=" + fill("A")),
        authorization(credential, names, "Signature=" + fill("é")),
        authorization(credential, names, "Signature==" + fill("0")),
    ]

    private static func fill(_ digit: String) -> String {
        String(repeating: digit, count: 64)
    }

    @Test("An Authorization field of another form is refused as malformed", arguments: malformed)
    func malformedAuthorization(text: String) {
        var request = SignerTests.signed()
        request.headers["Authorization"] = text
        #expect(VerifierTests.refusal(request) == .malformedAuthorization)
    }

    @Test("The field that these are made from has the right form, and is refused for its signature")
    func wellFormed() {
        #expect(Self.malformed.count >= 25)
        var request = SignerTests.signed()
        request.headers["Authorization"] = Self.authorization()
        #expect(VerifierTests.refusal(request) == .signatureMismatch)
        request.headers["Authorization"] = Self.authorization(Self.credential, "SignedHeaders=content-type;x-amz-date")
        #expect(VerifierTests.refusal(request) == .unsignedRequiredHeader)
        request.headers["Authorization"] = Self.authorization(Self.credential, "SignedHeaders=content-type;host")
        #expect(VerifierTests.refusal(request) == .unsignedRequiredHeader)
        request.headers["Authorization"] = Self.authorization(Self.credential, "SignedHeaders=host;x-amz-date")
        #expect(VerifierTests.refusal(request) == .unsignedRequiredHeader)
    }

    @Test("A field of a megabyte is refused")
    func long() {
        for filler in ["a", "/", ";", ",", "=", "a;", "a=b,", "é"] {
            var request = SignerTests.signed()
            request.headers["Authorization"] =
                Self.authorization() + String(repeating: filler, count: 1_000_000 / filler.count)
            #expect(VerifierTests.refusal(request) == .malformedAuthorization)
        }
    }

    @Test("Two signatures in one request are refused")
    func two() {
        var twice = SignerTests.signed()
        twice.headers.append(twice.authorization, for: "authorization")
        #expect(VerifierTests.refusal(twice) == .malformedAuthorization)
        var both = SignerTests.presigned()
        both.headers["Authorization"] = SignerTests.signed().authorization
        #expect(VerifierTests.refusal(both) == .malformedAuthorization)
    }

    @Test(
        "A date that is none is refused, in a field as in a query",
        arguments: [
            "", "20260102", "2026-01-02T12:00:00Z", "20260102T120000", "20260102T120000z", "20260102T120000ZZ",
            "20260132T120000Z", "20260230T120000Z", "20261302T120000Z", "20260002T120000Z", "20260100T120000Z",
            "00000102T120000Z", "20260102T240000Z", "20260102T126000Z", "20260102T120060Z", "2026010２T120000Z",
            "-0260102T120000Z", "+0260102T120000Z", "99999999T999999Z",
        ])
    func dates(text: String) {
        var request = SignerTests.signed()
        request.headers["X-Amz-Date"] = text
        #expect(VerifierTests.refusal(request) == .malformedAuthorization)
        request = SignerTests.presigned()
        request.query = request.query?.replacing("20260102T120000Z", with: text)
        #expect(VerifierTests.refusal(request) == .malformedAuthorization)
    }

    @Test("A request without its date, or with two, is refused")
    func dateCount() {
        var request = SignerTests.signed()
        request.headers.append("20260102T120000Z", for: "x-amz-date")
        #expect(VerifierTests.refusal(request) == .malformedAuthorization)
        request.headers["X-Amz-Date"] = nil
        #expect(VerifierTests.refusal(request) == .malformedAuthorization)
    }

    @Test(
        "A life of no seconds, of more than a week, or of no number is refused",
        arguments: ["", "0", "-1", "604801", "9999999999999999999999", "1.5", "+60", " 60", "0x10", "١"])
    func expiry(text: String) {
        var request = SignerTests.presigned()
        request.query = request.query?.replacing("X-Amz-Expires=3600", with: "X-Amz-Expires=\(text)")
        #expect(VerifierTests.refusal(request) == .malformedAuthorization)
    }

    @Test("A query that lacks a part of the signature, or has one twice, is refused as malformed")
    func queryParts() {
        let query = SignerTests.presigned().query ?? ""
        let pieces = query.split(separator: "&")
        for part in pieces where part.hasPrefix("X-Amz-") {
            var request = SignerTests.presigned()
            request.query = pieces.filter { $0 != part }.joined(separator: "&")
            #expect(VerifierTests.refusal(request) == .malformedAuthorization)
            request.query = query + "&" + part
            #expect(VerifierTests.refusal(request) == .malformedAuthorization)
            // Encoding a letter of the name hides nothing.
            request.query = query + "&" + part.replacing("X-Amz", with: "%58-Amz")
            #expect(VerifierTests.refusal(request) == .malformedAuthorization)
        }
        var other = SignerTests.presigned()
        other.query = query.replacing("AWS4-HMAC-SHA256", with: "AWS4-HMAC-SHA1")
        #expect(VerifierTests.refusal(other) == .malformedAuthorization)
    }
}
