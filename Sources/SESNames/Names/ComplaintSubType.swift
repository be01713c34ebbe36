/// Why SES itself raised a complaint (AWS: `complaintSubType`).
public struct ComplaintSubType: OpenStringValue {
    /// AWS's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a value from AWS's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The address is on the account's suppression list for complaints, so SES did not send.
    @export(implementation) public static var onAccountSuppressionList: Self {
        Self(rawValue: "OnAccountSuppressionList")
    }
    /// The address is on the tenant's suppression list for complaints, so SES did not send.
    @export(implementation) public static var onTenantSuppressionList: Self {
        Self(rawValue: "OnTenantSuppressionList")
    }
}
