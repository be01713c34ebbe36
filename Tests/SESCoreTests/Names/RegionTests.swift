import SESCore
import Testing

@Suite("Regions and partitions")
struct RegionTests {
    @Test(
        "the form of a region's name tells its partition",
        arguments: [
            ("eu-west-1", "aws", "amazonaws.com", "api.aws"), ("mx-central-1", "aws", "amazonaws.com", "api.aws"),
            ("us-newplace-12", "aws", "amazonaws.com", "api.aws"),
            ("cn-north-1", "aws-cn", "amazonaws.com.cn", "api.amazonwebservices.com.cn"),
            ("us-gov-west-1", "aws-us-gov", "amazonaws.com", "api.aws"),
            ("us-iso-east-1", "aws-iso", "c2s.ic.gov", "api.aws.ic.gov"),
            ("us-isob-east-1", "aws-iso-b", "sc2s.sgov.gov", "api.aws.scloud"),
            ("eu-isoe-west-1", "aws-iso-e", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"),
            ("us-isof-south-1", "aws-iso-f", "csp.hci.ic.gov", "api.aws.hci.ic.gov"),
            ("eusc-de-east-1", "aws-eusc", "amazonaws.eu", "api.amazonwebservices.eu"),
        ])
    func partition(region: String, id: String, dnsSuffix: String, dualStack: String) {
        let partition = Region(rawValue: region).partition
        #expect(partition.id == id)
        #expect(partition.dnsSuffix == dnsSuffix)
        #expect(partition.dualStackDNSSuffix == dualStack)
        #expect(partition.supportsFIPS && partition.supportsDualStack)
    }

    @Test(
        "a name of no known form belongs to aws",
        arguments: [
            "", "x", "cn", "cn-north", "cn-north-x", "cn--1", "us-gov-west-1-x", "eusc-fr-east-1", "-cn-north-1",
        ])
    func unknown(region: String) {
        #expect(Region(rawValue: region).partition == .aws)
    }

    @Test("the static regions are legal and spelled as AWS spells them")
    func statics() throws {
        #expect(Region.euWest1.rawValue == "eu-west-1")
        #expect(Region.usGovWest1.rawValue == "us-gov-west-1")
        #expect(Region.apSoutheast5.rawValue == "ap-southeast-5")
        try Region.euscDeEast1.validate()
    }

    @Test("a host label passes", arguments: ["eu-west-1", "a", "local", text(63)])
    func legal(region: String) throws {
        #expect(try Region(region).rawValue == region)
    }

    @Test(
        "what can't be part of a host name is refused",
        arguments: ["", "-a", "a-", "eu west", "eu.west", "evil.example/", "eu-west-1\r\n", "é", text(64), "a@b"])
    func illegal(region: String) {
        let error = fault { () throws(SESValueError) in _ = try Region(region) }
        #expect(error?.field == "Region")
        #expect(error?.rule == "must be a host label: 1 to 63 ASCII letters, digits and inner hyphens")
        #expect(error?.value == (region == "a@b" ? "…@b" : region))
    }
}
