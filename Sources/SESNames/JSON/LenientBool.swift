extension WireReader {
    /// Decodes a Bool that some test servers wrap in an object of the same name; an absent member is false, as for the service.
    ///
    /// moto answers `{"SendingEnabled": {}}` for a set that never had the option, and
    /// `{"SendingEnabled": {"SendingEnabled": true}}` for one that had.
    ///
    /// - Parameters:
    ///   - key: The member.
    ///   - emptyObject: What an object without the inner member stands for: the service's default.
    package func decodeLenientBool(forKey key: String, emptyObject: Bool) throws -> WireDefaulted<Bool> {
        let key = WireKey(stringValue: key)
        if let inner = try? container.nestedContainer(keyedBy: WireKey.self, forKey: key) {
            return WireDefaulted(stored: try inner.decodeIfPresent(Bool.self, forKey: key) ?? emptyObject)
        }
        return WireDefaulted(stored: try container.decodeIfPresent(Bool.self, forKey: key))
    }
}
