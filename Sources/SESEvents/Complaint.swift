extension SESEvent {
    /// Why SES itself raised a complaint (AWS: `complaintSubType`); what is known of a mail has the same values.
    public typealias ComplaintSubType = SESNames.ComplaintSubType
    /// What the recipient's provider calls a complaint (AWS: `complaintFeedbackType`).
    public typealias ComplaintFeedbackType = SESNames.ComplaintFeedbackType

    /// A recipient's report that an e-mail is spam (AWS: `complaint`).
    ///
    /// Most providers do not say who complained; AWS then lists every recipient of the e-mail at that provider. A
    /// feedback type of ``ComplaintFeedbackType/notSpam`` is no complaint at all.
    public struct Complaint: Codable, Sendable, Hashable {
        /// The recipients who may have complained (AWS: `complainedRecipients`).
        @export(implementation) public var recipients: [Recipient]
        /// When SES passed the complaint on (AWS: `timestamp`).
        @export(implementation) public var timestamp: EventTimestamp
        /// The complaint's own id (AWS: `feedbackId`).
        @export(implementation) public var feedbackID: String
        /// Why SES itself raised the complaint; nil if a recipient did (AWS: `complaintSubType`).
        @export(implementation) public var subType: ComplaintSubType?
        /// The system that made the provider's report (AWS: `userAgent`).
        @export(implementation) public var userAgent: String?
        /// What the provider calls the complaint (AWS: `complaintFeedbackType`).
        @export(implementation) public var feedbackType: ComplaintFeedbackType?
        /// When the provider received the complaint; may carry an offset (AWS: `arrivalDate`).
        @export(implementation) public var arrivalDate: EventTimestamp?

        /// Creates one from its parts; each may be left out.
        @export(implementation) public init(
            recipients: [Recipient] = [],
            timestamp: EventTimestamp = .init(text: ""),
            feedbackID: String = "",
            subType: ComplaintSubType? = nil,
            userAgent: String? = nil,
            feedbackType: ComplaintFeedbackType? = nil,
            arrivalDate: EventTimestamp? = nil
        ) {
            self.recipients = recipients
            self.timestamp = timestamp
            self.feedbackID = feedbackID
            self.subType = subType
            self.userAgent = userAgent
            self.feedbackType = feedbackType
            self.arrivalDate = arrivalDate
        }

        enum CodingKeys: String, ScannedKey {
            static let table = MemberTable<Self>()

            case recipients = "complainedRecipients"
            case timestamp
            case feedbackID = "feedbackId"
            case subType = "complaintSubType"
            case userAgent
            case feedbackType = "complaintFeedbackType"
            case arrivalDate
        }

        /// Decodes by the policy of ``SESEvent``: only input that is no object throws.
        public init(from decoder: any Decoder) throws {
            let object = try LenientObject<CodingKeys>(decoder)
            recipients = object.list(.recipients)
            timestamp = object.timestamp(.timestamp)
            feedbackID = object.text(.feedbackID)
            subType = object.value(.subType)
            userAgent = object.string(.userAgent)
            feedbackType = object.value(.feedbackType)
            arrivalDate = object.string(.arrivalDate).map(EventTimestamp.init(text:))
        }
    }
}
