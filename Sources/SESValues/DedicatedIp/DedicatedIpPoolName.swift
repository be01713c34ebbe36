/// The name of a pool of dedicated IP addresses: 1 to 64 ASCII letters, digits, `_` and `-`.
///
/// AWS: `PoolName`. AWS CloudFormation takes lower-case letters only.
public struct DedicatedIpPoolName: SESCheckedString {
    /// The name.
    @export(implementation) public let rawValue: String

    /// Creates a name, unchecked.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `PoolName`.
    @export(implementation) public static var fieldName: String { "PoolName" }

    /// Checks length and characters.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.shortName.check(rawValue, at: path)
    }
}

extension DedicatedIpPoolName: WireDefault {
    /// The empty name, which no pool has.
    @export(implementation) public static var wireDefault: DedicatedIpPoolName { DedicatedIpPoolName(rawValue: "") }
}
