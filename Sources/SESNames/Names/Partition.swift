/// A partition of AWS: a group of regions with accounts, ARNs and host names of its own.
public struct Partition: Hashable, Sendable {
    /// The partition's name, as in ARNs, such as `aws-cn`.
    @export(implementation) public let id: String
    /// The end of the host names of its services, such as `amazonaws.com`.
    @export(implementation) public let dnsSuffix: String
    /// The end of the host names that answer on IPv6 too, such as `api.aws`.
    @export(implementation) public let dualStackDNSSuffix: String
    /// Whether it has FIPS endpoints.
    @export(implementation) public let supportsFIPS: Bool
    /// Whether it has endpoints that answer on IPv4 and IPv6.
    @export(implementation) public let supportsDualStack: Bool

    /// Creates a partition.
    ///
    /// - Parameters:
    ///   - id: The name, as in ARNs.
    ///   - dnsSuffix: The end of host names.
    ///   - dualStackDNSSuffix: The end of dual-stack host names.
    ///   - supportsFIPS: Whether it has FIPS endpoints.
    ///   - supportsDualStack: Whether it has dual-stack endpoints.
    @export(implementation) public init(
        id: String, dnsSuffix: String, dualStackDNSSuffix: String, supportsFIPS: Bool = true,
        supportsDualStack: Bool = true
    ) {
        self.id = id
        self.dnsSuffix = dnsSuffix
        self.dualStackDNSSuffix = dualStackDNSSuffix
        self.supportsFIPS = supportsFIPS
        self.supportsDualStack = supportsDualStack
    }

    /// The commercial regions.
    public static let aws = Partition(id: "aws", dnsSuffix: "amazonaws.com", dualStackDNSSuffix: "api.aws")
    /// China.
    public static let awsCN = Partition(
        id: "aws-cn", dnsSuffix: "amazonaws.com.cn", dualStackDNSSuffix: "api.amazonwebservices.com.cn")
    /// AWS GovCloud (US).
    public static let awsUSGov = Partition(id: "aws-us-gov", dnsSuffix: "amazonaws.com", dualStackDNSSuffix: "api.aws")
    /// The US isolated regions, top secret.
    public static let awsISO = Partition(id: "aws-iso", dnsSuffix: "c2s.ic.gov", dualStackDNSSuffix: "api.aws.ic.gov")
    /// The US isolated regions, secret.
    public static let awsISOB = Partition(
        id: "aws-iso-b", dnsSuffix: "sc2s.sgov.gov", dualStackDNSSuffix: "api.aws.scloud")
    /// The European isolated regions.
    public static let awsISOE = Partition(
        id: "aws-iso-e", dnsSuffix: "cloud.adc-e.uk", dualStackDNSSuffix: "api.cloud-aws.adc-e.uk")
    /// The US isolated regions, F.
    public static let awsISOF = Partition(
        id: "aws-iso-f", dnsSuffix: "csp.hci.ic.gov", dualStackDNSSuffix: "api.aws.hci.ic.gov")
    /// The European Sovereign Cloud.
    public static let awsEUSC = Partition(
        id: "aws-eusc", dnsSuffix: "amazonaws.eu", dualStackDNSSuffix: "api.amazonwebservices.eu")

    /// The partition whose pattern a region's name has; nil when no partition known today has it.
    ///
    /// The patterns are a prefix, a word and a number (`eu-west-1`); outside `aws` and `aws-cn` the prefix has two words.
    package static func matching(_ region: Region) -> Partition? {
        let parts = region.rawValue.split(separator: "-", omittingEmptySubsequences: false)
        guard let number = parts.last, let place = parts.dropLast().last,
            !number.isEmpty, number.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            !place.isEmpty, place.unicodeScalars.allSatisfy({ $0.isASCIIAlphanumeric || $0 == "_" })
        else { return nil }
        switch parts.dropLast(2).joined(separator: "-") {
        case "us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx": return .aws
        case "cn": return .awsCN
        case "us-gov": return .awsUSGov
        case "us-iso": return .awsISO
        case "us-isob": return .awsISOB
        case "eu-isoe": return .awsISOE
        case "us-isof": return .awsISOF
        case "eusc-de": return .awsEUSC
        default: return nil
        }
    }
}
