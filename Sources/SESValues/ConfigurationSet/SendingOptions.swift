/// Whether a configuration set may be sent with.
///
/// AWS: `SendingOptions`.
public struct SendingOptions: Equatable, Sendable, Codable, SESValidatable {
    /// Whether sends that name the set are accepted.
    ///
    /// AWS takes an absent value for false, which pauses the set, so it is always encoded.
    @export(implementation) @WireDefaulted public var sendingEnabled: Bool

    /// Creates sending options.
    ///
    /// - Parameter sendingEnabled: Whether sends that name the set are accepted.
    public init(sendingEnabled: Bool) {
        _sendingEnabled = WireDefaulted(wrappedValue: sendingEnabled)
    }

    /// Accepts every value: there is no rule to break.
    public func validate(at path: FieldPath) throws(SESValueError) {}

    /// Decodes AWS's shape; an absent Bool is false.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        _sendingEnabled = try container.decodeLenientBool(forKey: "SendingEnabled", emptyObject: true)
    }

    /// Encodes AWS's shape.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(_sendingEnabled, forKey: "SendingEnabled")
    }
}
