import Foundation
import SESClient
import SESCore
import Testing

@Suite("The client's methods for tags")
struct ResourceTagMethodTests {
    private static let set: ARN = "arn:aws:ses:us-east-1:123456789012:configuration-set/s"
    private static let inQuery = "ResourceArn=arn%3Aaws%3Ases%3Aus-east-1%3A123456789012%3Aconfiguration-set%2Fs"

    static let calls: [MethodCall] = [
        MethodCall(
            "POST /v2/email/tags",
            #"{"ResourceArn":"arn:aws:ses:us-east-1:123456789012:configuration-set/s","Tags":[{"Key":"k","Value":"v"}]}"#,
            answer: "{}"
        ) { try await $0.tagResource(set, with: [ResourceTag(key: "k", value: "v")]) },
        MethodCall("DELETE /v2/email/tags?\(inQuery)&TagKeys=k%201&TagKeys=k2", answer: "{}") {
            try await $0.untagResource(set, keys: ["k 1", "k2"])
        },
        MethodCall("GET /v2/email/tags?\(inQuery)", answer: #"{"Tags":[{"Key":"k","Value":"v"}]}"#) {
            let tags = try await $0.listTagsForResource(set)
            #expect(tags == [ResourceTag(key: "k", value: "v")])
        },
        MethodCall("GET /v2/email/tags?\(inQuery)", answer: "{}") {
            let tags = try await $0.listTagsForResource(set)
            #expect(tags.isEmpty)
        },
    ]

    @Test("each sends AWS's request and no more", arguments: calls)
    func requests(call: MethodCall) async throws {
        try await call.expectRequest()
    }

    private static let tag = ResourceTag(key: "k", value: "v")
    private static let topic: ARN = "arn:aws:sns:us-east-1:123456789012:t"
    private static let kind = "must name a resource by kind and name: 'kind/name'"

    static let broken: [BrokenInput] = [
        BrokenInput(
            TagResource(resourceARN: topic, tags: [tag]), "ResourceArn",
            "must name a resource of Amazon SES: its service must be 'ses', not 'sns'"),
        BrokenInput(
            TagResource(resourceARN: set, tags: [tag, tag]), "Tags[1].Key", "must differ from the other tags' keys"),
        BrokenInput(
            TagResource(resourceARN: "arn:aws:ses:us-east-1:123456789012:identity/", tags: []), "ResourceArn", kind),
        BrokenInput(UntagResource(resourceARN: set, tagKeys: []), "TagKeys", "must hold at least one key"),
        BrokenInput(UntagResource(resourceARN: set, tagKeys: ["k", ""]), "TagKeys[1]", "cannot be empty"),
        BrokenInput(
            UntagResource(resourceARN: set, tagKeys: ["aws:k"]), "TagKeys[0]",
            "cannot begin with 'aws:', which AWS keeps for itself"),
        BrokenInput(
            UntagResource(resourceARN: "arn:aws:ses:us-east-1:123456789012:s", tagKeys: ["k"]), "ResourceArn", kind),
        BrokenInput(ListTagsForResource(resourceARN: ""), "ResourceArn", "cannot be empty"),
    ]

    @Test("a broken rule is named", arguments: broken)
    func illegal(input: BrokenInput) async throws {
        try await input.expectRefusal()
    }
}
