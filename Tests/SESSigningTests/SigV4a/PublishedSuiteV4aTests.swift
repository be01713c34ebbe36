#if CryptoSupport
import Foundation
import SESSigning
import Testing

/// AWS's own vectors of SigV4a, which aren't part of this repository; signatures are random, so they are verified.
@Suite(
    "AWS's signing test suite for SigV4a",
    .enabled(if: SigningSuite.v4a != nil, "SES_SIGNING_SUITE_V4A isn't set"))
struct PublishedSuiteV4aTests {
    static let names = SigningSuite.names(in: SigningSuite.v4a)

    private struct PublicKey: Decodable {
        enum CodingKeys: String, CodingKey { case x = "X", y = "Y" }
        var x: String
        var y: String
    }

    @Test("The suite has its 38 whole cases")
    func count() {
        #expect(Self.names.count == 38)
    }

    @Test("The key that is derived is the published one", arguments: names)
    func publicKey(name: String) throws {
        let example = try SigningSuite(name, in: SigningSuite.v4a)
        let published = try JSONDecoder().decode(PublicKey.self, from: Data(try example.text("public-key.json").utf8))
        let key = try SigV4aKey(example.credentials)
        #expect(key.publicKey == [UInt8](hexadecimal: published.x + published.y))
    }

    @Test("Each stage of both forms is as published, and the signature is the key's", arguments: names)
    func stages(name: String) throws {
        let example = try SigningSuite(name, in: SigningSuite.v4a)
        let signer = SigV4aSigner(service: example.service, regionSet: example.region, options: example.options)
        let key = try SigV4aKey(example.credentials)
        for form in ["header", "query"] {
            var request = try example.request(in: "request.txt")
            let stages =
                form == "header"
                ? try signer.signRecordingStages(&request, with: example.credentials, at: example.date)
                : try signer.presignRecordingStages(
                    &request, with: example.credentials, at: example.date, expiresIn: example.expiration)
            try example.expect(stages, prefix: form, isDeterministic: false)
            try example.expect(request, signature: stages.signature, prefix: form)
            let ours = [UInt8](hexadecimal: stages.signature)
            let theirs = [UInt8](hexadecimal: try example.text("\(form)-signature.txt"))
            Array(stages.stringToSign.utf8).withUnsafeBytes { text in
                #expect(key.isValid(ours, of: text))
                #expect(key.isValid(theirs, of: text))
            }
        }
    }

    @Test("What the suite signs verifies in both forms", arguments: names, ["header", "query"])
    func verifies(name: String, form: String) throws {
        let example = try SigningSuite(name, in: SigningSuite.v4a)
        let request = try example.request(in: "\(form)-signed-request.txt")
        let verifier = SigV4aVerifier(service: example.service, region: example.region, options: example.options)
        try verifier.verify(request, at: example.date) { $0 == "AKIDEXAMPLE" ? example.credentials : nil }
    }
}
#endif
