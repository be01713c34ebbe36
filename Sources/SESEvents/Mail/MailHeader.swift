extension SESEvent {
    /// A header field of the e-mail (AWS: an element of `headers`).
    public struct MailHeader: Codable, Sendable, Hashable {
        /// The field's name (AWS: `name`).
        @export(implementation) public var name: String
        /// The field's value (AWS: `value`).
        @export(implementation) public var value: String

        /// Creates one from its parts; each may be left out.
        @export(implementation) public init(
            name: String = "",
            value: String = ""
        ) {
            self.name = name
            self.value = value
        }

        enum CodingKeys: String, ScannedKey {
            static let table = MemberTable<Self>()

            case name
            case value
        }

        /// Decodes by the policy of ``SESEvent``: only input that is no object throws.
        public init(from decoder: any Decoder) throws {
            let object = try LenientObject<CodingKeys>(decoder)
            name = object.text(.name)
            value = object.text(.value)
        }
    }
}
