/// A Bool that some test servers wrap in an object of the same name.
///
/// moto answers `{"SendingEnabled": {}}` for a set that never had the option, and `{"SendingEnabled": {"SendingEnabled": true}}`
/// for one that had.
extension KeyedDecodingContainer where Key == WireKey {
    /// Decodes a Bool, or the Bool inside an object; an absent member is false, as for the service.
    ///
    /// - Parameters:
    ///   - key: The member.
    ///   - emptyObject: What an object without the inner member stands for: the service's default.
    func decodeLenientBool(forKey key: Key, emptyObject: Bool) throws -> WireDefaulted<Bool> {
        if let inner = try? nestedContainer(keyedBy: WireKey.self, forKey: key) {
            return WireDefaulted(stored: try inner.decodeIfPresent(Bool.self, forKey: key) ?? emptyObject)
        }
        return WireDefaulted(stored: try decodeIfPresent(Bool.self, forKey: key))
    }
}
