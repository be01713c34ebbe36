/// What the Virtual Deliverability Manager counts.
///
/// AWS: `Metric`.
public struct VdmMetric: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a metric from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Mails sent; without those to the mailbox simulator or to several recipients, as in all metrics.
    @export(implementation) public static var send: Self { Self(rawValue: "SEND") }
    /// Complaints; without those from the account's suppression list.
    @export(implementation) public static var complaint: Self { Self(rawValue: "COMPLAINT") }
    /// Bounces of mailboxes that don't exist; without those from the account's suppression list.
    @export(implementation) public static var permanentBounce: Self { Self(rawValue: "PERMANENT_BOUNCE") }
    /// Other failures to deliver.
    @export(implementation) public static var transientBounce: Self { Self(rawValue: "TRANSIENT_BOUNCE") }
    /// Mails opened, each counted once.
    @export(implementation) public static var open: Self { Self(rawValue: "OPEN") }
    /// Mails of which a link was followed, each counted once.
    @export(implementation) public static var click: Self { Self(rawValue: "CLICK") }
    /// Mails delivered.
    @export(implementation) public static var delivery: Self { Self(rawValue: "DELIVERY") }
    /// Mails delivered whose opens are tracked.
    @export(implementation) public static var deliveryOpen: Self { Self(rawValue: "DELIVERY_OPEN") }
    /// Mails delivered whose clicks are tracked.
    @export(implementation) public static var deliveryClick: Self { Self(rawValue: "DELIVERY_CLICK") }
    /// Mails delivered by providers that tell SES of complaints.
    @export(implementation) public static var deliveryComplaint: Self { Self(rawValue: "DELIVERY_COMPLAINT") }
}

/// Where a metric comes from.
///
/// AWS: `MetricNamespace`.
public struct MetricNamespace: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a namespace from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The Virtual Deliverability Manager.
    @export(implementation) public static var vdm: Self { Self(rawValue: "VDM") }
}

/// What metrics can be narrowed to.
///
/// AWS: `MetricDimensionName`.
public struct MetricDimensionName: OpenStringValue, CodingKeyRepresentable {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a name from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The identity that sent.
    @export(implementation) public static var emailIdentity: Self { Self(rawValue: "EMAIL_IDENTITY") }
    /// The configuration set that the mail was sent with.
    @export(implementation) public static var configurationSet: Self { Self(rawValue: "CONFIGURATION_SET") }
    /// The recipient's provider, such as `Gmail`.
    @export(implementation) public static var isp: Self { Self(rawValue: "ISP") }
    /// The tenant that sent.
    @export(implementation) public static var tenantName: Self { Self(rawValue: "TENANT_NAME") }
}
