#if !CryptoSupport
import SESClient
import SESCore
import Testing

@Suite("Sending through a multi-region endpoint without SigV4a")
struct MultiRegionRefusalTests {
    @Test("is refused with the trait's name, and nothing is sent")
    func refused() async throws {
        var email = Email.test
        email.endpointID = "abc.def"
        let transport = RecordingTransport()
        let client = try SESv2Client.test(transport)
        let error = await #expect(throws: SESv2Error.self) { try await client.send(email, configurationSet: nil) }
        #expect(error?.code == .invalidRequest)
        #expect((error?.underlyingError as? SESValueError)?.field == "EndpointId")
        #expect(error?.message.contains("needs the `CryptoSupport` trait of swift-ses") == true)
        #expect(transport.requests.isEmpty)
    }

    @Test("FIPS is refused in AWS's words first")
    func fips() async throws {
        var email = Email.test
        email.endpointID = "abc.def"
        let client = try SESv2Client.test(
            RecordingTransport(), configuration: .init(endpoint: EndpointOptions(usesFIPS: true)))
        let error = await #expect(throws: SESv2Error.self) { try await client.send(email, configurationSet: nil) }
        #expect(error?.code == .invalidEndpoint)
    }
}
#endif
