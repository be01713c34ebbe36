#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A policy that must exist outside SES before a set's event destination works.
///
/// AWS: "Set up an Amazon SNS event destination" and "Set up an Amazon Data Firehose event destination". Metrics of CloudWatch and
/// the default bus of EventBridge need none.
public struct ConfigurationSetPrerequisite: Hashable, Sendable {
    /// Which policy it is.
    @nonexhaustive
    public enum Kind: String, Hashable, Sendable {
        /// The access policy of an SNS topic.
        case topicPolicy = "access policy of topic"
        /// The trust policy of the role with which SES writes to a stream.
        case roleTrustPolicy = "trust policy of role"
        /// The permissions of that role.
        case rolePermissionPolicy = "permission policy of role"
    }

    /// Which policy it is.
    @export(implementation) public let kind: Kind
    /// The topic or the role that must have it.
    @export(implementation) public let resourceARN: ARN
    /// The policy.
    @export(implementation) public let policy: JSONValue

    /// The policy as JSON text over several lines, members in the order of their names.
    public var policyJSON: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(policy)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}

extension ConfigurationSetPrerequisite: CustomStringConvertible {
    /// What must have the policy, and its text.
    public var description: String { "\(kind.rawValue) \(resourceARN):\n\(policyJSON)" }
}

extension [ConfigurationSetBlueprint] {
    /// The policies that must exist outside SES, one of a kind for each topic and role.
    ///
    /// A topic's policy replaces the one it has: add its statement to others that the topic needs.
    ///
    /// - Parameters:
    ///   - region: The sets' region.
    ///   - accountID: The 12 digits of the account that has the sets.
    public func prerequisites(region: Region, accountID: String) -> [ConfigurationSetPrerequisite] {
        var topics = OrderedSets<ARN>()
        var roles = OrderedSets<ARN>()
        var streams: [ARN: [ARN]] = [:]
        for blueprint in self {
            let set = ARN.configurationSet(blueprint.name, region: region, accountID: accountID)
            for destination in blueprint.eventDestinations {
                if let topic = destination.definition.snsDestination?.topicARN { topics.add(set, to: topic) }
                guard let firehose = destination.definition.kinesisFirehoseDestination else { continue }
                roles.add(set, to: firehose.iamRoleARN)
                if streams[firehose.iamRoleARN, default: []].contains(firehose.deliveryStreamARN) { continue }
                streams[firehose.iamRoleARN, default: []].append(firehose.deliveryStreamARN)
            }
        }
        return topics.entries.map { .topicPolicy($0.key, sets: $0.values, accountID) }
            + roles.entries.flatMap { role in
                [
                    .roleTrustPolicy(role.key, sets: role.values, accountID),
                    .rolePermissionPolicy(role.key, streams: streams[role.key] ?? []),
                ]
            }
    }
}

extension ConfigurationSetBlueprint {
    /// The policies that must exist outside SES for this set.
    ///
    /// - Parameters:
    ///   - region: The set's region.
    ///   - accountID: The 12 digits of the account that has the set.
    public func prerequisites(region: Region, accountID: String) -> [ConfigurationSetPrerequisite] {
        [self].prerequisites(region: region, accountID: accountID)
    }
}

/// Values by key, both in the order they came.
private struct OrderedSets<Element: Hashable> {
    private(set) var entries: [(key: Element, values: [Element])] = []

    mutating func add(_ value: Element, to key: Element) {
        guard let index = entries.firstIndex(where: { $0.key == key }) else {
            entries.append((key, [value]))
            return
        }
        if !entries[index].values.contains(value) { entries[index].values.append(value) }
    }
}

extension ConfigurationSetPrerequisite {
    fileprivate static func topicPolicy(_ topic: ARN, sets: [ARN], _ accountID: String) -> Self {
        Self(
            kind: .topicPolicy, resourceARN: topic,
            policy: document(
                bySES(["sns:Publish"], of: sets, accountID, also: ["Resource": .string(topic.rawValue)])))
    }

    fileprivate static func roleTrustPolicy(_ role: ARN, sets: [ARN], _ accountID: String) -> Self {
        Self(
            kind: .roleTrustPolicy, resourceARN: role, policy: document(bySES(["sts:AssumeRole"], of: sets, accountID)))
    }

    fileprivate static func rolePermissionPolicy(_ role: ARN, streams: [ARN]) -> Self {
        Self(
            kind: .rolePermissionPolicy, resourceARN: role,
            policy: document([
                "Effect": .string("Allow"), "Action": oneOrMany(["firehose:PutRecordBatch"]),
                "Resource": oneOrMany(streams.map(\.rawValue)),
            ]))
    }

    /// A statement that lets SES act for these sets only: without the conditions any account's SES could.
    private static func bySES(
        _ actions: [String], of sets: [ARN], _ accountID: String, also members: [String: JSONValue] = [:]
    ) -> [String: JSONValue] {
        [
            "Effect": .string("Allow"), "Principal": .object(["Service": .string("ses.amazonaws.com")]),
            "Action": oneOrMany(actions),
            "Condition": .object([
                "StringEquals": .object([
                    "AWS:SourceAccount": .string(accountID), "AWS:SourceArn": oneOrMany(sets.map(\.rawValue)),
                ])
            ]),
        ].merging(members) { own, _ in own }
    }

    private static func document(_ statement: [String: JSONValue]) -> JSONValue {
        .object(["Version": .string("2012-10-17"), "Statement": .array([.object(statement)])])
    }

    private static func oneOrMany(_ texts: [String]) -> JSONValue {
        texts.count == 1 ? .string(texts[0]) : .array(texts.map(JSONValue.string))
    }
}
