#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Something that happened to a mail at a recipient.
///
/// AWS: `InsightsEvent`.
public struct InsightsEvent: Hashable, Sendable, Codable {
    /// When it happened.
    @export(implementation) @WireTime public var timestamp: Date?
    /// What happened.
    @export(implementation) public var type: EventType?
    /// More about a bounce or a complaint.
    @export(implementation) public var details: Details?

    /// Creates an event.
    ///
    /// - Parameters:
    ///   - timestamp: When it happened.
    ///   - type: What happened.
    ///   - details: More about a bounce or a complaint.
    public init(timestamp: Date? = nil, type: EventType? = nil, details: Details? = nil) {
        _timestamp = WireTime(wrappedValue: timestamp)
        self.type = type
        self.details = details
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: WireKey.self)
        _timestamp = try container.decode(WireTime.self, forKey: "Timestamp")
        type = try container.decodeIfPresent(EventType.self, forKey: "Type")
        details = try container.decodeIfPresent(Details.self, forKey: "Details")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: WireKey.self)
        try container.encode(_timestamp, forKey: "Timestamp")
        try container.encodeIfPresent(type, forKey: "Type")
        try container.encodeIfPresent(details, forKey: "Details")
    }
}

extension InsightsEvent {
    /// More about a bounce or a complaint.
    ///
    /// AWS: `EventDetails`.
    public struct Details: Hashable, Sendable, Codable {
        /// The bounce.
        @export(implementation) public var bounce: Bounce?
        /// The complaint.
        @export(implementation) public var complaint: Complaint?

        /// Creates the details.
        ///
        /// - Parameters:
        ///   - bounce: The bounce.
        ///   - complaint: The complaint.
        @export(implementation) public init(bounce: Bounce? = nil, complaint: Complaint? = nil) {
            self.bounce = bounce
            self.complaint = complaint
        }

        /// Decodes AWS's JSON form.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: WireKey.self)
            bounce = try container.decodeIfPresent(Bounce.self, forKey: "Bounce")
            complaint = try container.decodeIfPresent(Complaint.self, forKey: "Complaint")
        }

        /// Encodes AWS's JSON form.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: WireKey.self)
            try container.encodeIfPresent(bounce, forKey: "Bounce")
            try container.encodeIfPresent(complaint, forKey: "Complaint")
        }
    }

    /// A refusal by the recipient's server; printing it shows nothing of it.
    ///
    /// AWS: `Bounce`.
    public struct Bounce: Hashable, Sendable, Codable, SESPrivateContent {
        /// Whether it is final.
        @export(implementation) public var bounceType: BounceType?
        /// Why it bounced, in the service's words.
        @export(implementation) public var bounceSubType: String?
        /// The server's answer, which may repeat the address.
        @export(implementation) public var diagnosticCode: String?

        /// Creates a bounce.
        ///
        /// - Parameters:
        ///   - bounceType: Whether it is final.
        ///   - bounceSubType: Why it bounced, in the service's words.
        ///   - diagnosticCode: The server's answer, which may repeat the address.
        @export(implementation) public init(
            bounceType: BounceType? = nil, bounceSubType: String? = nil, diagnosticCode: String? = nil
        ) {
            self.bounceType = bounceType
            self.bounceSubType = bounceSubType
            self.diagnosticCode = diagnosticCode
        }

        /// Decodes AWS's JSON form.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: WireKey.self)
            bounceType = try container.decodeIfPresent(BounceType.self, forKey: "BounceType")
            bounceSubType = try container.decodeIfPresent(String.self, forKey: "BounceSubType")
            diagnosticCode = try container.decodeIfPresent(String.self, forKey: "DiagnosticCode")
        }

        /// Encodes AWS's JSON form.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: WireKey.self)
            try container.encodeIfPresent(bounceType, forKey: "BounceType")
            try container.encodeIfPresent(bounceSubType, forKey: "BounceSubType")
            try container.encodeIfPresent(diagnosticCode, forKey: "DiagnosticCode")
        }
    }

    /// Whether a bounce is final, in the spelling of the API, which is not that of published events.
    ///
    /// AWS: `BounceType`.
    public struct BounceType: OpenStringValue {
        /// The service's spelling.
        @export(implementation) public let rawValue: String

        /// Creates a type from the service's spelling.
        @export(implementation) public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// SES could not tell from the answer.
        @export(implementation) public static var undetermined: Self { Self(rawValue: "UNDETERMINED") }
        /// A soft bounce: a later mail may get through.
        @export(implementation) public static var transient: Self { Self(rawValue: "TRANSIENT") }
        /// A hard bounce: do not send to the address again.
        @export(implementation) public static var permanent: Self { Self(rawValue: "PERMANENT") }
    }

    /// A recipient's complaint.
    ///
    /// AWS: `Complaint`.
    public struct Complaint: Hashable, Sendable, Codable {
        /// Why SES itself raised it; nil when a recipient complained.
        @export(implementation) public var complaintSubType: ComplaintSubType?
        /// What the recipient's provider calls it.
        @export(implementation) public var complaintFeedbackType: ComplaintFeedbackType?

        /// Creates a complaint.
        ///
        /// - Parameters:
        ///   - complaintSubType: Why SES itself raised it; nil when a recipient complained.
        ///   - complaintFeedbackType: What the recipient's provider calls it.
        @export(implementation) public init(
            complaintSubType: ComplaintSubType? = nil,
            complaintFeedbackType: ComplaintFeedbackType? = nil
        ) {
            self.complaintSubType = complaintSubType
            self.complaintFeedbackType = complaintFeedbackType
        }

        /// Decodes AWS's JSON form.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: WireKey.self)
            complaintSubType = try container.decodeIfPresent(ComplaintSubType.self, forKey: "ComplaintSubType")
            complaintFeedbackType = try container.decodeIfPresent(
                ComplaintFeedbackType.self, forKey: "ComplaintFeedbackType")
        }

        /// Encodes AWS's JSON form.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: WireKey.self)
            try container.encodeIfPresent(complaintSubType, forKey: "ComplaintSubType")
            try container.encodeIfPresent(complaintFeedbackType, forKey: "ComplaintFeedbackType")
        }
    }
}
