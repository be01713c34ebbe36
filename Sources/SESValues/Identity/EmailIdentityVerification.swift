#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// How far the verification of an identity is.
///
/// AWS: `VerificationStatus`.
public struct EmailIdentityVerificationStatus: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a status from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It has begun.
    @export(implementation) public static var pending: Self { Self(rawValue: "PENDING") }
    /// It is done: the account may send.
    @export(implementation) public static var success: Self { Self(rawValue: "SUCCESS") }
    /// It failed.
    @export(implementation) public static var failed: Self { Self(rawValue: "FAILED") }
    /// SES can't tell for the moment.
    @export(implementation) public static var temporaryFailure: Self { Self(rawValue: "TEMPORARY_FAILURE") }
    /// It hasn't begun.
    @export(implementation) public static var notStarted: Self { Self(rawValue: "NOT_STARTED") }
}

/// More on the verification of an identity.
///
/// AWS: `VerificationInfo`.
public struct EmailIdentityVerificationInfo: Equatable, Sendable, Codable {
    /// When SES last tried.
    @export(implementation) @WireTime public var lastCheckedTimestamp: Date?
    /// When SES last succeeded.
    @export(implementation) @WireTime public var lastSuccessTimestamp: Date?
    /// Why SES didn't succeed.
    @export(implementation) public var errorType: EmailIdentityVerificationError?
    /// The domain's SOA record.
    @export(implementation) public var soaRecord: SOARecord?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - lastCheckedTimestamp: When SES last tried.
    ///   - lastSuccessTimestamp: When SES last succeeded.
    ///   - errorType: Why SES didn't succeed.
    ///   - soaRecord: The domain's SOA record.
    public init(
        lastCheckedTimestamp: Date? = nil, lastSuccessTimestamp: Date? = nil,
        errorType: EmailIdentityVerificationError? = nil, soaRecord: SOARecord? = nil
    ) {
        _lastCheckedTimestamp = WireTime(wrappedValue: lastCheckedTimestamp)
        _lastSuccessTimestamp = WireTime(wrappedValue: lastSuccessTimestamp)
        self.errorType = errorType
        self.soaRecord = soaRecord
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        _lastCheckedTimestamp = try container.decode(WireTime.self, forKey: "LastCheckedTimestamp")
        _lastSuccessTimestamp = try container.decode(WireTime.self, forKey: "LastSuccessTimestamp")
        errorType = try container.decodeIfPresent(EmailIdentityVerificationError.self, forKey: "ErrorType")
        soaRecord = try container.decodeIfPresent(SOARecord.self, forKey: "SOARecord")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(_lastCheckedTimestamp, forKey: "LastCheckedTimestamp")
        try container.encode(_lastSuccessTimestamp, forKey: "LastSuccessTimestamp")
        try container.encodeIfPresent(errorType, forKey: "ErrorType")
        try container.encodeIfPresent(soaRecord, forKey: "SOARecord")
    }
}

/// Why SES didn't succeed in verifying an identity.
///
/// AWS: `VerificationError`.
public struct EmailIdentityVerificationError: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a reason from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// A fault of the service that passes.
    @export(implementation) public static var serviceError: Self { Self(rawValue: "SERVICE_ERROR") }
    /// The DNS server failed.
    @export(implementation) public static var dnsServerError: Self { Self(rawValue: "DNS_SERVER_ERROR") }
    /// The record's host doesn't exist or wasn't reached.
    @export(implementation) public static var hostNotFound: Self { Self(rawValue: "HOST_NOT_FOUND") }
    /// The host has no record of this type.
    @export(implementation) public static var typeNotFound: Self { Self(rawValue: "TYPE_NOT_FOUND") }
    /// The record has another value.
    @export(implementation) public static var invalidValue: Self { Self(rawValue: "INVALID_VALUE") }
    /// The user may not copy the key from the parent's region.
    @export(implementation) public static var replicationAccessDenied: Self {
        Self(rawValue: "REPLICATION_ACCESS_DENIED")
    }
    /// The parent's region has no such identity.
    @export(implementation) public static var replicationPrimaryNotFound: Self {
        Self(rawValue: "REPLICATION_PRIMARY_NOT_FOUND")
    }
    /// The parent has a key pair of its owner's.
    public static let replicationPrimaryByoDkimNotSupported = Self(
        rawValue: "REPLICATION_PRIMARY_BYO_DKIM_NOT_SUPPORTED")
    /// The parent is a copy itself.
    public static let replicationReplicaAsPrimaryNotSupported = Self(
        rawValue: "REPLICATION_REPLICA_AS_PRIMARY_NOT_SUPPORTED")
    /// The parent's region can't be copied from.
    @export(implementation) public static var replicationPrimaryInvalidRegion: Self {
        Self(rawValue: "REPLICATION_PRIMARY_INVALID_REGION")
    }
}

/// A domain's SOA record.
///
/// AWS: `SOARecord`.
public struct SOARecord: Equatable, Sendable, Codable {
    /// The primary name server.
    @export(implementation) public var primaryNameServer: String?
    /// The administrator's address, as the record has it; it doesn't print.
    @export(implementation) public var adminEmail: EmailAddress?
    /// The serial number.
    @export(implementation) public var serialNumber: Int64?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - primaryNameServer: The primary name server.
    ///   - adminEmail: The administrator's address, as the record has it.
    ///   - serialNumber: The serial number.
    @export(implementation) public init(
        primaryNameServer: String? = nil, adminEmail: EmailAddress? = nil, serialNumber: Int64? = nil
    ) {
        self.primaryNameServer = primaryNameServer
        self.adminEmail = adminEmail
        self.serialNumber = serialNumber
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        primaryNameServer = try container.decodeIfPresent(String.self, forKey: "PrimaryNameServer")
        adminEmail = try container.decodeIfPresent(EmailAddress.self, forKey: "AdminEmail")
        serialNumber = try container.decodeIfPresent(Int64.self, forKey: "SerialNumber")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(primaryNameServer, forKey: "PrimaryNameServer")
        try container.encodeIfPresent(adminEmail, forKey: "AdminEmail")
        try container.encodeIfPresent(serialNumber, forKey: "SerialNumber")
    }
}
