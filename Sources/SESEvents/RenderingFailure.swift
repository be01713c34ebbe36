extension SESEvent {
    /// A template that could not be rendered with its data, so that nothing was sent (AWS: `failure`).
    public struct RenderingFailure: Codable, Sendable, Hashable {
        /// The template (AWS: `templateName`).
        @export(implementation) public var templateName: String
        /// What is wrong, in AWS's words (AWS: `errorMessage`).
        @export(implementation) public var errorMessage: String

        /// Creates one from its parts; each may be left out.
        @export(implementation) public init(
            templateName: String = "",
            errorMessage: String = ""
        ) {
            self.templateName = templateName
            self.errorMessage = errorMessage
        }

        enum CodingKeys: String, ScannedKey {
            static let table = MemberTable<Self>()

            case templateName
            case errorMessage
        }

        /// Decodes by the policy of ``SESEvent``: only input that is no object throws.
        public init(from decoder: any Decoder) throws {
            let object = try LenientObject<CodingKeys>(decoder)
            templateName = object.text(.templateName)
            errorMessage = object.text(.errorMessage)
        }
    }
}
