#if !CryptoSupport && !canImport(CryptoKit)
extension SHA256Hasher {
    /// Plain Swift.
    typealias Engine = PortableSHA256
}
#endif
