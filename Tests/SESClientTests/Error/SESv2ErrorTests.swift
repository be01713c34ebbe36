import Foundation
import SESClient
import Testing

@Suite("The text of an error")
struct SESv2ErrorTests {
    @Test("has operation, name, message, status and request id")
    func everything() {
        let error = SESv2Error(
            .notFound, message: "there is none", operation: "GetConfigurationSet", serviceCode: "NotFoundException",
            httpStatus: 404, requestID: "r-1")
        #expect(
            error.description
                == "GetConfigurationSet: notFound (NotFoundException): there is none (HTTP 404, request r-1)")
        #expect(String(reflecting: error) == error.description)
        #expect(error.localizedDescription == error.description)
    }

    @Test("says the code where the service gave no name, and leaves out what there isn't")
    func little() {
        #expect(SESv2Error(.noRegion, message: "no region").description == "noRegion: no region")
        #expect(
            SESv2Error(.throttled, message: "slow down", operation: "SendEmail", httpStatus: 429).description
                == "SendEmail: throttled: slow down (HTTP 429)")
    }

    @Test(
        "shows no more of an address than its domain",
        arguments: [
            ("Email address is not verified: jane@example.org", "Email address is not verified: …@example.org"),
            ("<jane@example.org>, joe.b+tag@example.net", "<…@example.org>, …@example.net"),
            ("[jane@example.org;joe@example.net]", "[…@example.org;…@example.net]"),
            (#"for "jane doe"@example.org today"#, "for …@example.org today"),
            (#"for "jane\"doe"@example.org"#, "for …@example.org"), (#"for "a@b"@example.org"#, "for …@example.org"),
            (#"for "jane doe".smith@example.org"#, "for …@example.org"),
            ("for jane(home)@example.org", "for …@example.org"), ("for jane @example.org", "for …@example.org"),
            ("for jäne.дое@example.org", "for …@example.org"), ("for 😀@example.org", "for …@example.org"),
            ("for jane@\u{301}example.org", "for …@\u{301}example.org"), ("for jane＠example.org", "for …@example.org"),
            ("/identities/jane%40example.org", "…@example.org"), ("jane@a@b", "…@b"),
            (#"the name "x" of jane@example.org"#, #"the name "x" of …@example.org"#),
            (#"{"to":"jane@example.org"}"#, #"{"to":"…@example.org"}"#), ("@", "…@"), ("no address", "no address"),
            (#"jane doe"@example.org"#, "…@example.org"), ("100% sure", "100% sure"),
        ])
    func redaction(text: String, shown: String) {
        let error = SESv2Error(.messageRejected, message: text, serviceMessage: text)
        #expect(error.message == shown)
        #expect(error.description == "messageRejected: \(shown)")
        #expect(error.serviceMessage == text)
    }

    @Test("trusts neither the service's name nor its request id")
    func namesAndIds() {
        let error = SESv2Error(
            .otherServiceError, message: "m", serviceCode: "jane@example.org", requestID: "joe@example.net")
        #expect(error.description == "otherServiceError (…@example.org): m (request …@example.net)")
    }

    @Test("a long text of at-signs and quotes is read in no time")
    func hostileText() {
        let text = String(repeating: #"""@"@("@)%40"#, count: 100_000)
        let start = ContinuousClock.now
        #expect(!SESv2Error(.badRequest, message: text).message.isEmpty)
        #expect(ContinuousClock.now - start < .seconds(10))
    }
}
