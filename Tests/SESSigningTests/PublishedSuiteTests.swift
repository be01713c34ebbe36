import Foundation
import SESSigning
import Testing

/// AWS's own vectors, which aren't part of this repository.
///
/// `SES_SIGNING_SUITE` names the folder: `tests/aws-signing-test-suite/v4` of awslabs/aws-c-auth.
@Suite("AWS's signing test suite", .enabled(if: SigningSuite.v4 != nil, "SES_SIGNING_SUITE isn't set"))
struct PublishedSuiteTests {
    @Test("The suite has its 38 cases")
    func count() {
        #expect(SigningSuite.names(in: SigningSuite.v4).count == 38)
    }

    @Test("Each stage of the header form is as published", arguments: SigningSuite.names(in: SigningSuite.v4))
    func headerForm(name: String) throws {
        let example = try SigningSuite(name, in: SigningSuite.v4)
        var request = try example.request(in: "request.txt")
        let stages = example.signer.signRecordingStages(&request, with: example.credentials, at: example.date)
        try example.expect(stages, prefix: "header")
        try example.expect(request, signature: stages.signature, prefix: "header")
    }

    @Test("Each stage of the query form is as published", arguments: SigningSuite.names(in: SigningSuite.v4))
    func queryForm(name: String) throws {
        let example = try SigningSuite(name, in: SigningSuite.v4)
        var request = try example.request(in: "request.txt")
        let stages = example.signer.presignRecordingStages(
            &request, with: example.credentials, at: example.date, expiresIn: example.expiration)
        try example.expect(stages, prefix: "query")
        try example.expect(request, signature: stages.signature, prefix: "query")
    }

    @Test(
        "What the suite signs verifies in both forms", arguments: SigningSuite.names(in: SigningSuite.v4),
        ["header", "query"])
    func verifies(name: String, form: String) throws {
        let example = try SigningSuite(name, in: SigningSuite.v4)
        let request = try example.request(in: "\(form)-signed-request.txt")
        let verifier = SigV4Verifier(
            service: example.signer.service, region: example.signer.region, options: example.signer.options)
        try verifier.verify(request, at: example.date) { $0 == "AKIDEXAMPLE" ? example.credentials : nil }
    }
}
