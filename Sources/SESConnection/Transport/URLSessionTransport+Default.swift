#if !AsyncHTTPClientSupport
extension DefaultTransport {
    static var chosen: URLSessionTransport { .shared }
}
#endif
