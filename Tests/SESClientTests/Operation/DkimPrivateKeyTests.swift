import Foundation
import SESClient
import SESCore
import SESSigning
import Testing

@Suite("A DKIM private key stays secret")
struct DkimPrivateKeyTests {
    private static let key = "MIICSECRETKEY"
    private static let attributes = DkimSigningAttributes.ownKey(
        selector: "sel", privateKey: DkimPrivateKey(rawValue: key))

    @Test("printing, interpolating and dumping don't show it, however deep it is")
    func printing() throws {
        let create = CreateEmailIdentity(emailIdentity: "example.org", dkimSigningAttributes: Self.attributes)
        let put = PutEmailIdentityDkimSigningAttributes(
            emailIdentity: "example.org", signingAttributesOrigin: .external, signingAttributes: Self.attributes)
        let values: [Any] = [
            DkimPrivateKey(rawValue: Self.key), Self.attributes, create, put, [create], ["k": Self.attributes],
            Optional(Self.attributes) as Any, try create.httpRequest(), try put.httpRequest(),
        ]
        for value in values { #expect(!PrintedForms.all(of: value).contains("SECRET")) }
        #expect(String(decoding: try put.httpRequest().body, as: UTF8.self).contains(Self.key))
    }

    @Test(
        "a key that breaks a rule isn't in the error",
        arguments: [
            "-----BEGIN PRIVATE KEY-----SECRET", "SECRET\nSECRET", "SECRET=A", "SECRET===", "=", "==", "SECRETé",
            String(repeating: "SECRET", count: 3500),
        ])
    func refused(text: String) throws {
        let error = #expect(throws: SESValueError.self) { try DkimPrivateKey(text) }
        #expect(error?.field == "DomainSigningPrivateKey")
        #expect(error?.value == nil)
        #expect(error.map { PrintedForms.all(of: $0).contains("SECRET") } == false)
    }

    @Test(
        "base64 on one line is taken",
        arguments: ["a", "a=", "a==", "aB+/09", String(repeating: "a", count: 20_480)])
    func taken(text: String) throws {
        #expect(try DkimPrivateKey(text).rawValue == text)
    }

    @Test("the client's errors don't show it, refused before sending or by the service")
    func errors() async throws {
        let wrong = DkimSigningAttributes.ownKey(selector: "sel", privateKey: "SECRET SECRET")
        let transport = RecordingTransport(
            400, ["x-amzn-ErrorType": "BadRequestException"], body: #"{"message":"The key is invalid."}"#)
        let client = try SESv2Client.test(transport)
        for attributes in [wrong, Self.attributes] {
            let error = await #expect(throws: SESv2Error.self) {
                try await client.createEmailIdentity("example.org", dkimSigningAttributes: attributes)
            }
            #expect(error.map { PrintedForms.all(of: $0).contains("SECRET") } == false)
        }
        #expect(transport.requests.count == 1)
    }
}
