#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// An S/MIME certificate that signs mail from one address of an identity.
///
/// AWS: `IdentityCertificate`.
public struct EmailIdentityCertificate: Equatable, Sendable, Codable {
    /// The address; it doesn't print.
    @export(implementation) public var fromAddress: EmailAddress?
    /// Whether the certificate is in use.
    @export(implementation) public var status: EmailIdentityCertificateStatus?
    /// The certificate in Certificate Manager.
    @export(implementation) public var certificateARN: ARN?
    /// When the certificate ends.
    @export(implementation) @WireTime public var certificateExpiryTime: Date?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - fromAddress: The address.
    ///   - status: Whether the certificate is in use.
    ///   - certificateARN: The certificate in Certificate Manager.
    ///   - certificateExpiryTime: When the certificate ends.
    public init(
        fromAddress: EmailAddress? = nil, status: EmailIdentityCertificateStatus? = nil, certificateARN: ARN? = nil,
        certificateExpiryTime: Date? = nil
    ) {
        self.fromAddress = fromAddress
        self.status = status
        self.certificateARN = certificateARN
        _certificateExpiryTime = WireTime(wrappedValue: certificateExpiryTime)
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        fromAddress = try container.decodeIfPresent(EmailAddress.self, forKey: "FromAddress")
        status = try container.decodeIfPresent(EmailIdentityCertificateStatus.self, forKey: "Status")
        certificateARN = try container.decodeIfPresent(ARN.self, forKey: "CertificateArn")
        _certificateExpiryTime = try container.decode(WireTime.self, forKey: "CertificateExpiryTime")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(fromAddress, forKey: "FromAddress")
        try container.encodeIfPresent(status, forKey: "Status")
        try container.encodeIfPresent(certificateARN, forKey: "CertificateArn")
        try container.encode(_certificateExpiryTime, forKey: "CertificateExpiryTime")
    }
}

/// Whether an S/MIME certificate is in use.
///
/// AWS: `IdentityCertificateStatus`.
public struct EmailIdentityCertificateStatus: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a status from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// SES is making it ready.
    @export(implementation) public static var provisioning: Self { Self(rawValue: "PROVISIONING") }
    /// Mail is signed with it.
    @export(implementation) public static var active: Self { Self(rawValue: "ACTIVE") }
    /// Mail is no longer signed with it.
    @export(implementation) public static var inactive: Self { Self(rawValue: "INACTIVE") }
    /// SES is putting it away.
    @export(implementation) public static var deprovisioning: Self { Self(rawValue: "DEPROVISIONING") }
    /// It couldn't be made ready, or it has ended.
    @export(implementation) public static var failed: Self { Self(rawValue: "FAILED") }
}

extension ARN {
    /// Checks that the ARN names a certificate of Certificate Manager.
    package func requireCertificate(at path: FieldPath) throws(SESValueError) {
        try requireResource("a certificate of AWS Certificate Manager", of: "acm", at: path)
        try requireResourcePrefix("certificate/", at: path)
        try TextRule(20...2048, of: "characters") { _ in true }.check(rawValue, at: path)
    }
}
