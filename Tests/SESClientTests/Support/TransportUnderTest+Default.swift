#if !AsyncHTTPClientSupport
extension TransportUnderTest {
    static let added: [TransportUnderTest] = []
}
#endif
