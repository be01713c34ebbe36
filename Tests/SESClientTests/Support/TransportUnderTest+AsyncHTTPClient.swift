#if AsyncHTTPClientSupport
import AsyncHTTPClient
import NIOPosix
import SESClient

extension TransportUnderTest {
    static let asyncHTTPClient = TransportUnderTest(
        name: "AsyncHTTPClient", transport: AsyncHTTPClientTransport.shared)
    /// A client whose connections are on other event loops than what keeps the requests.
    static let ownHTTPClient = TransportUnderTest(
        name: "own HTTPClient",
        transport: AsyncHTTPClientTransport(
            HTTPClient(
                eventLoopGroup: MultiThreadedEventLoopGroup(numberOfThreads: 3),
                configuration: AsyncHTTPClientTransport.clientConfiguration)),
        givesBodyOfRedirect: false)
    static let added = [asyncHTTPClient, ownHTTPClient]
}
#endif
