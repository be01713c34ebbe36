import SESClient
import SESCore
import SESTesting
import Testing

@Suite("Tags in the simulator")
struct TagTests {
    let simulator = SESSimulator()
    var wire: Wire { Wire(simulator) }
    var client: SESv2Client { SESv2Client(simulator: simulator) }

    static let account = "arn:aws:ses:eu-west-1:123456789012"
    private static let a = ResourceTag(key: "a", value: "1")
    private static let b = ResourceTag(key: "b", value: "")

    init() async throws {
        try await client.createConfigurationSet(ConfigurationSet("s", tags: [Self.a]))
        try await client.createEmailIdentity("me+tag@example.com", tags: [Self.a])
    }

    @Test(
        "Tags are added, replaced and taken away, and the resource itself says so",
        arguments: ["configuration-set/s", "identity/me+tag@example.com"])
    func lifecycle(resource: String) async throws {
        let arn = ARN(rawValue: "\(Self.account):\(resource)")
        #expect(try await client.listTagsForResource(arn) == [Self.a])
        let replaced = ResourceTag(key: "a", value: "2")
        try await client.tagResource(arn, with: [Self.b, replaced])
        #expect(try await client.listTagsForResource(arn) == [Self.b, replaced])
        try await client.tagResource(arn, with: [])
        #expect(try await ownTags(resource) == [Self.b, replaced])
        try await client.untagResource(arn, keys: ["a"])
        #expect(try await client.listTagsForResource(arn) == [Self.b])
        try await client.untagResource(arn, keys: ["b", "unknown"])
        #expect(try await client.listTagsForResource(arn).isEmpty)
        #expect(try await ownTags(resource).isEmpty)
    }

    private func ownTags(_ resource: String) async throws -> [ResourceTag] {
        resource.hasPrefix("identity")
            ? try await client.getEmailIdentity("me+tag@example.com").tags ?? []
            : try await client.getConfigurationSet("s").tags ?? []
    }

    static let refused: [(String, Refusal)] = [
        ("nonsense", .badRequest("ResourceArn is not the expected format")),
        ("arn:aws:ses:eu-west-1:123456789012:s", .badRequest("ResourceArn is not the expected format")),
        (
            "arn:aws:ses:eu-west-1:210987654321:configuration-set/s",
            .badRequest("Operations on a resource created in a different account is not allowed")
        ),
        (account + ":configuration-set/gone", .notFound("No ConfigurationSet present with name: gone")),
        (account + ":identity/gone.example", .notFound("No EmailIdentity present with name: gone.example")),
    ]

    @Test("A resource that isn't there is said so in the service's words, by all three", arguments: refused)
    func refusals(arn: String, refusal: Refusal) async throws {
        #expect(try await wire.call("GET", "/v2/email/tags?ResourceArn=\(arn)").refusal == refusal)
        #expect(try await wire.call("DELETE", "/v2/email/tags?ResourceArn=\(arn)&TagKeys=k").refusal == refusal)
        let body = #"{"ResourceArn":"\#(arn)","Tags":[{"Key":"k","Value":"v"}]}"#
        #expect(try await wire.call("POST", "/v2/email/tags", body).refusal == refusal)
    }

    @Test("An ARN of another region has no tags here and can't be given any")
    func otherRegion() async throws {
        let arn: ARN = "arn:aws:ses:us-east-1:123456789012:configuration-set/s"
        #expect(try await client.listTagsForResource(arn).isEmpty)
        let tag = await error { try await client.tagResource(arn, with: [Self.b]) }
        #expect(tag?.serviceMessage == "Failed to tag resource")
        let untag = await error { try await client.untagResource(arn, keys: ["a"]) }
        #expect(untag?.serviceMessage == "Failed to untag resource")
        #expect(try await client.listTagsForResource(ARN(rawValue: Self.account + ":configuration-set/s")) == [Self.a])
    }

    @Test("A resource has at most fifty tags, each within the rules")
    func rules() async throws {
        let arn = ARN(rawValue: Self.account + ":configuration-set/s")
        try await client.tagResource(arn, with: (0..<49).map { ResourceTag(key: "k\($0)", value: "") })
        #expect(await code { try await client.tagResource(arn, with: [Self.b]) } == .badRequest)
        #expect(try await client.listTagsForResource(arn).count == 50)
        for tags in [#"[{"Key":"aws:x","Value":""}]"#, #"[{"Key":"x","Value":""},{"Key":"x","Value":""}]"#] {
            let body = #"{"ResourceArn":"\#(arn.rawValue)","Tags":\#(tags)}"#
            #expect(try await wire.call("POST", "/v2/email/tags", body).name == "BadRequestException")
        }
        let none = try await wire.call("DELETE", "/v2/email/tags?ResourceArn=\(arn.rawValue)")
        #expect(none.status == 400)
    }

    @Test("A kind of resource that the simulator has no tags of is said so, with the operation's name")
    func otherKinds() async throws {
        let error = await error {
            try await client.listTagsForResource(ARN(rawValue: Self.account + ":contact-list/l"))
        }
        #expect(error?.serviceCode == "NotSimulatedException")
        #expect(error?.serviceMessage?.contains("ListTagsForResource") == true)
        #expect(error?.serviceMessage?.contains("contact-list") == true)
    }
}
