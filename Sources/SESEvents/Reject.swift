extension SESEvent {
    /// An e-mail that SES accepted and then did not send (AWS: `reject`).
    public struct Reject: Codable, Sendable, Hashable {
        /// Why; the only value known is `Bad content`, a virus (AWS: `reason`).
        @export(implementation) public var reason: String

        /// Creates one from its parts; each may be left out.
        @export(implementation) public init(
            reason: String = ""
        ) {
            self.reason = reason
        }

        enum CodingKeys: String, ScannedKey {
            static let table = MemberTable<Self>()

            case reason
        }

        /// Decodes by the policy of ``SESEvent``: only input that is no object throws.
        public init(from decoder: any Decoder) throws {
            let object = try LenientObject<CodingKeys>(decoder)
            reason = object.text(.reason)
        }
    }
}
