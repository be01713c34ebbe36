#if AsyncHTTPClientSupport
import SESClient

extension TransportUnderTest {
    static let asyncHTTPClient = TransportUnderTest(
        name: "AsyncHTTPClient", transport: AsyncHTTPClientTransport.shared)
    static let added = [asyncHTTPClient]
}
#endif
