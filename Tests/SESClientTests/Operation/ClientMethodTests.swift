import Foundation
import SESClient
import SESCore
import SESSigning
import Testing

@Suite("The client's methods")
struct ClientMethodTests {
    typealias Call = MethodCall

    private static let set = "/v2/email/configuration-sets"
    private static let topic = EventDestination(
        "d1", matching: [.send], to: .sns(topicARN: "arn:aws:sns:us-east-1:123456789012:t"))
    private static let topicBody =
        #"{"Enabled":true,"MatchingEventTypes":["SEND"],"SnsDestination":{"TopicArn":"arn:aws:sns:us-east-1:123456789012:t"}}"#

    static let calls: [Call] = [
        Call("POST \(set)", #"{"ConfigurationSetName":"s"}"#) {
            try await $0.createConfigurationSet(ConfigurationSet("s"))
        },
        Call("GET \(set)/s") { _ = try await $0.getConfigurationSet("s") },
        Call("DELETE \(set)/s") { try await $0.deleteConfigurationSet("s") },
        Call(
            "POST /v2/email/list-configuration-sets",
            #"{"Filter":{"CONFIGURATION_SET_NAME_CONTAINS":"x"},"PageSize":7}"#
        ) { for try await _ in $0.listConfigurationSets(nameContaining: "x", pageSize: 7) {} },
        Call("POST /v2/email/update-configuration-sets", #"{"ConfigurationSetName":"s","MessageSecurityOptions":{}}"#) {
            try await $0.updateConfigurationSet("s", messageSecurityOptions: MessageSecurityOptions())
        },
        Call("PUT \(set)/s/archiving-options", "{}") {
            try await $0.putConfigurationSetArchivingOptions("s", ArchivingOptions())
        },
        Call("PUT \(set)/s/delivery-options", #"{"TlsPolicy":"OPTIONAL"}"#) {
            try await $0.putConfigurationSetDeliveryOptions("s", DeliveryOptions(tlsPolicy: .optional))
        },
        Call("PUT \(set)/s/reputation-options", #"{"ReputationMetricsEnabled":false}"#) {
            try await $0.putConfigurationSetReputationOptions("s", ReputationOptions(reputationMetricsEnabled: false))
        },
        Call("PUT \(set)/s/sending", #"{"SendingEnabled":false}"#) {
            try await $0.putConfigurationSetSendingOptions("s", SendingOptions(sendingEnabled: false))
        },
        Call("PUT \(set)/s/suppression-options", #"{"SuppressedReasons":[]}"#) {
            try await $0.putConfigurationSetSuppressionOptions("s", SuppressionOptions(suppressedReasons: []))
        },
        Call("PUT \(set)/s/tracking-options", #"{"CustomRedirectDomain":"t.example.com"}"#) {
            try await $0.putConfigurationSetTrackingOptions("s", TrackingOptions(customRedirectDomain: "t.example.com"))
        },
        Call("PUT \(set)/s/vdm-options", #"{"VdmOptions":{}}"#) {
            try await $0.putConfigurationSetVdmOptions("s", VdmOptions())
        },
        Call("PUT \(set)/s/vdm-options", "{}") { try await $0.putConfigurationSetVdmOptions("s", nil) },
        Call("POST \(set)/s/event-destinations", #"{"EventDestination":\#(topicBody),"EventDestinationName":"d1"}"#) {
            try await $0.createConfigurationSetEventDestination(topic, in: "s")
        },
        Call("PUT \(set)/s/event-destinations/d1", #"{"EventDestination":\#(topicBody)}"#) {
            try await $0.updateConfigurationSetEventDestination(topic, in: "s")
        },
        Call("DELETE \(set)/s/event-destinations/d1") {
            try await $0.deleteConfigurationSetEventDestination("d1", in: "s")
        },
        Call("GET \(set)/s/event-destinations") { _ = try await $0.getConfigurationSetEventDestinations(of: "s") },
        Call("GET /v2/email/account") { _ = try await $0.getAccount() },
        Call(
            "POST /v2/email/outbound-custom-verification-emails",
            #"{"ConfigurationSetName":"s","EmailAddress":"jane@example.org","TemplateName":"t"}"#
        ) {
            try await $0.sendCustomVerificationEmail(
                to: "jane@example.org", templateName: "t", configurationSet: "s")
        },
        Call(
            "POST /v2/email/outbound-emails",
            #"{"ConfigurationSetName":"s","Content":{"Raw":{"Data":"eA=="}},"EmailTags":[{"Name":"n","Value":"v"}],"FromEmailAddress":"a@example.com"}"#
        ) {
            try await $0.send(
                Email(from: "a@example.com", content: .raw(Data("x".utf8)), tags: ["n": "v"]), configurationSet: "s")
        },
    ]

    @Test("each sends AWS's request and no more", arguments: calls)
    func requests(call: Call) async throws {
        try await call.expectRequest()
    }
}
