import SESCore
import Testing

@Suite("What a set needs outside SES")
struct ConfigurationSetPrerequisiteTests {
    static let topic: ARN = "arn:aws:sns:eu-west-1:123456789012:promo"
    static let role: ARN = "arn:aws:iam::123456789012:role/ses-events"
    static let stream: ARN = "arn:aws:firehose:eu-west-1:123456789012:deliverystream/events"

    private func blueprint(_ name: ConfigurationSetName, _ target: EventDestinationTarget) -> ConfigurationSetBlueprint
    {
        ConfigurationSetBlueprint(
            ConfigurationSet(name), eventDestinations: [EventDestination("events", matching: .all, to: target)])
    }

    @Test("A topic lets SES publish for this set of this account only")
    func topicPolicy() throws {
        let needs = blueprint("promo", .sns(topicARN: Self.topic))
            .prerequisites(region: .euWest1, accountID: "123456789012")
        #expect(needs.map(\.kind) == [.topicPolicy])
        #expect(needs.first?.resourceARN == Self.topic)
        #expect(
            needs.first?.policyJSON == """
                {
                  "Statement" : [
                    {
                      "Action" : "sns:Publish",
                      "Condition" : {
                        "StringEquals" : {
                          "AWS:SourceAccount" : "123456789012",
                          "AWS:SourceArn" : "arn:aws:ses:eu-west-1:123456789012:configuration-set/promo"
                        }
                      },
                      "Effect" : "Allow",
                      "Principal" : {
                        "Service" : "ses.amazonaws.com"
                      },
                      "Resource" : "arn:aws:sns:eu-west-1:123456789012:promo"
                    }
                  ],
                  "Version" : "2012-10-17"
                }
                """)
    }

    @Test("A role that writes to a stream is SES's to assume and may put records there, nothing else")
    func firehoseRole() throws {
        let target = EventDestinationTarget.kinesisFirehose(iamRoleARN: Self.role, deliveryStreamARN: Self.stream)
        let needs = blueprint("promo", target).prerequisites(region: .euWest1, accountID: "123456789012")
        #expect(needs.map(\.kind) == [.roleTrustPolicy, .rolePermissionPolicy])
        #expect(needs.allSatisfy { $0.resourceARN == Self.role })
        let trust = try #require(needs.first?.policyJSON)
        #expect(trust.contains(#""Action" : "sts:AssumeRole""#))
        #expect(trust.contains(#""AWS:SourceArn" : "arn:aws:ses:eu-west-1:123456789012:configuration-set/promo""#))
        #expect(!trust.contains("Resource"))
        let permissions = try #require(needs.last?.policyJSON)
        #expect(permissions.contains(#""Action" : "firehose:PutRecordBatch""#))
        #expect(permissions.contains(#""Resource" : "\#(Self.stream.rawValue)""#))
        #expect(!permissions.contains("Principal"))
    }

    @Test("Sets that share a topic share its policy")
    func shared() throws {
        let needs = [
            blueprint("a", .sns(topicARN: Self.topic)), blueprint("b", .sns(topicARN: Self.topic)),
            blueprint("c", .eventBridge(eventBusARN: "arn:aws:events:eu-west-1:123456789012:event-bus/default")),
        ].prerequisites(region: .euWest1, accountID: "123456789012")
        #expect(needs.count == 1)
        let policy = try #require(needs.first?.policyJSON)
        #expect(policy.contains("configuration-set/a") && policy.contains("configuration-set/b"))
        #expect(!policy.contains("configuration-set/c"))
    }
}
