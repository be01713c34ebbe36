import Foundation
import Testing

@testable import SESIntake

@Suite("Addresses that may be asked")
struct AddressTests {
    private let topic: SNSTopic

    init() throws {
        topic = try SNSTopic(Envelope.topic)
    }

    @Test(
        "a certificate's is SNS's in the topic's region",
        arguments: [
            URLTricks.good, "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService.pem",
            "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-aA9.pem",
        ])
    func good(text: String) throws {
        let address = try SNSCertificateAddress(text, of: topic)
        #expect("https://\(address.host)\(address.path)" == text)
    }

    @Test("no trick passes for one", arguments: URLTricks.all)
    func tricks(text: String) {
        let error = #expect(throws: SESIntakeError.self) { try SNSCertificateAddress(text, of: topic) }
        #expect(error?.code == .foreignAddress)
    }

    @Test("there are enough tricks, each once")
    func count() {
        #expect(URLTricks.all.count >= 90)
        #expect(Set(URLTricks.all.map { Array($0.utf8) }).count == URLTricks.all.count)
    }

    @Test("an authority's is at Amazon Trust Services")
    func authority() {
        let address = AWSAuthorityAddress("http://crt.r2m01.amazontrust.com/r2m01.cer")
        #expect(address?.host == "crt.r2m01.amazontrust.com")
        #expect(address?.path == "/r2m01.cer")
    }

    @Test(
        "nothing else is an authority's",
        arguments: [
            "", "http://crt..amazontrust.com/.cer", "http://crt.r2m01.amazontrust.com/r2m02.cer",
            "http://crt.r2m01.amazontrust.com.evil.com/r2m01.cer",
            "http://evil.com/crt.r2m01.amazontrust.com/r2m01.cer",
            "http://crt.evil.com/.amazontrust.com/evil.cer", "http://crt.a@b.amazontrust.com/a@b.cer",
            "https://crt.r2m01.amazontrust.com/r2m01.cer", "http://crt.r2m01.amazontrust.com:80/r2m01.cer",
            "http://crt.r2m01.amazontrust.com/r2m01.cer?x", "http://crt.r2m01.amazontrust.com/r2m01.cer#x",
            "http://169.254.169.254/latest/meta-data", "http://crt.r2-m01.amazontrust.com/r2-m01.cer",
            "http://crt.é.amazontrust.com/é.cer", "http://user@crt.r2m01.amazontrust.com/r2m01.cer",
        ])
    func foreign(text: String) {
        #expect(AWSAuthorityAddress(text) == nil)
    }
}
