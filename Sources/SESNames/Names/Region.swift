/// A region of AWS, such as `eu-west-1`.
///
/// The static members are the regions that have SES today; any other is written as a literal.
public struct Region: SESCheckedString {
    /// The region's name.
    @export(implementation) public let rawValue: String

    /// Creates a region, unchecked.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `Region`.
    @export(implementation) public static var fieldName: String { "Region" }

    /// The partition the region belongs to, by the form of its name; ``Partition/aws`` when the form is unknown.
    public var partition: Partition { Partition.matching(self) ?? .aws }

    /// Checks that the name can be part of a host name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        if !HostName.isLabel(rawValue) {
            throw SESValueError(
                field: path, rule: "must be a host label: 1 to 63 ASCII letters, digits and inner hyphens",
                value: rawValue)
        }
    }
}

extension Region {
    /// Cape Town.
    public static let afSouth1: Region = "af-south-1"
    /// Tokyo.
    public static let apNortheast1: Region = "ap-northeast-1"
    /// Seoul.
    public static let apNortheast2: Region = "ap-northeast-2"
    /// Osaka.
    public static let apNortheast3: Region = "ap-northeast-3"
    /// Mumbai.
    public static let apSouth1: Region = "ap-south-1"
    /// Hyderabad.
    public static let apSouth2: Region = "ap-south-2"
    /// Singapore.
    public static let apSoutheast1: Region = "ap-southeast-1"
    /// Sydney.
    public static let apSoutheast2: Region = "ap-southeast-2"
    /// Jakarta.
    public static let apSoutheast3: Region = "ap-southeast-3"
    /// Malaysia.
    public static let apSoutheast5: Region = "ap-southeast-5"
    /// Canada, Central.
    public static let caCentral1: Region = "ca-central-1"
    /// Calgary.
    public static let caWest1: Region = "ca-west-1"
    /// Frankfurt.
    public static let euCentral1: Region = "eu-central-1"
    /// Zurich.
    public static let euCentral2: Region = "eu-central-2"
    /// Stockholm.
    public static let euNorth1: Region = "eu-north-1"
    /// Milan.
    public static let euSouth1: Region = "eu-south-1"
    /// Ireland.
    public static let euWest1: Region = "eu-west-1"
    /// London.
    public static let euWest2: Region = "eu-west-2"
    /// Paris.
    public static let euWest3: Region = "eu-west-3"
    /// Tel Aviv.
    public static let ilCentral1: Region = "il-central-1"
    /// UAE.
    public static let meCentral1: Region = "me-central-1"
    /// Bahrain.
    public static let meSouth1: Region = "me-south-1"
    /// São Paulo.
    public static let saEast1: Region = "sa-east-1"
    /// Northern Virginia.
    public static let usEast1: Region = "us-east-1"
    /// Ohio.
    public static let usEast2: Region = "us-east-2"
    /// Northern California.
    public static let usWest1: Region = "us-west-1"
    /// Oregon.
    public static let usWest2: Region = "us-west-2"
    /// AWS GovCloud, US-East.
    public static let usGovEast1: Region = "us-gov-east-1"
    /// AWS GovCloud, US-West.
    public static let usGovWest1: Region = "us-gov-west-1"
    /// European Sovereign Cloud, Brandenburg.
    public static let euscDeEast1: Region = "eusc-de-east-1"
}
