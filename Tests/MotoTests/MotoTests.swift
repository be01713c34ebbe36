import Foundation
import SESClient
import SESCore
import Testing

@Suite(
    "The client against moto's server", .enabled(if: MotoServer.url != nil, "needs a moto server and SES_MOTO_URL"),
    .serialized)
struct MotoTests {
    /// An operation the library doesn't ship, defined as a user would.
    struct CreateEmailIdentity: SESOperation {
        static let http = HTTPBinding(.post, "/v2/email/identities")
        var emailIdentity: String
        struct Output: Codable, Sendable {
            var identityType: String
            enum CodingKeys: String, CodingKey { case identityType = "IdentityType" }
        }
        enum CodingKeys: String, CodingKey { case emailIdentity = "EmailIdentity" }
    }

    init() async throws {
        try await MotoServer.reset()
    }

    private func failure(_ body: () async throws -> Void) async -> SESv2Error? {
        await #expect(throws: SESv2Error.self) { try await body() }
    }

    @Test("a set can be created, read, listed and deleted")
    func lifeOfASet() async throws {
        let ses = try MotoServer.client(.euWest1)
        var set = ConfigurationSet("moto-life")
        set.reputationOptions = ReputationOptions(reputationMetricsEnabled: true)
        set.sendingOptions = SendingOptions(sendingEnabled: true)
        set.trackingOptions = TrackingOptions(customRedirectDomain: "track.example.com")
        try await ses.createConfigurationSet(set)
        let read = try await ses.getConfigurationSet("moto-life")
        #expect(read.name == "moto-life")
        #expect(read.trackingOptions?.customRedirectDomain == "track.example.com")
        #expect(try await names(ses) == ["moto-life"])
        try await ses.deleteConfigurationSet("moto-life")
        #expect(try await names(ses) == [])
        let error = await failure { _ = try await ses.getConfigurationSet("moto-life") }
        #expect(error?.code == .notFound)
    }

    private func names(_ ses: SESv2Client, pageSize: Int? = nil) async throws -> [ConfigurationSetName] {
        try await ses.listConfigurationSets(pageSize: pageSize).reduce(into: []) { $0.append($1) }
    }

    @Test("a list of several pages comes whole")
    func pages() async throws {
        let ses = try MotoServer.client(.euWest2)
        let expected = (1...7).map { ConfigurationSetName(rawValue: "moto-page-\($0)") }
        for name in expected { try await ses.createConfigurationSet(ConfigurationSet(name)) }
        #expect(try await names(ses).sorted { $0.rawValue < $1.rawValue } == expected)
        #expect(try await names(ses, pageSize: 3).sorted { $0.rawValue < $1.rawValue } == expected)
    }

    @Test("a set that exists can't be created again")
    func duplicate() async throws {
        let ses = try MotoServer.client(.usEast2)
        try await ses.createConfigurationSet(ConfigurationSet("moto-twice"))
        let error = await failure { try await ses.createConfigurationSet(ConfigurationSet("moto-twice")) }
        #expect(error?.code == .alreadyExists)
        #expect(error?.serviceCode == "ConfigurationSetAlreadyExistsException")
        #expect(error?.httpStatus == 400)
        #expect(error?.requestID?.isEmpty == false)
        #expect(error?.serviceMessage?.isEmpty == false)
    }

    @Test("a set that isn't there isn't found")
    func missing() async throws {
        let ses = try MotoServer.client(.usEast2)
        let error = await failure { _ = try await ses.getConfigurationSet("moto-missing") }
        #expect(error?.code == .notFound)
        #expect(error?.serviceCode == "NotFoundException")
        #expect(error?.httpStatus == 404)
        #expect(error?.message.contains("moto-missing") == true)
        #expect(error?.operation == "GetConfigurationSet")
    }

    @Test("errors in HTML are errors by their status")
    func htmlErrors() async throws {
        let ses = try MotoServer.client(.usWest2)
        let unknown = await failure {
            try await ses.putConfigurationSetDeliveryOptions("moto-html", DeliveryOptions(tlsPolicy: .require))
        }
        #expect(unknown?.httpStatus == 404)
        #expect(unknown?.code == .notFound)
        #expect(unknown?.serviceCode == nil)
        let failed = await failure { try await ses.deleteConfigurationSet("moto-html") }
        #expect(failed?.httpStatus == 500)
        #expect(failed?.code == .serviceFailure)
        #expect(failed?.message.contains("<") == false)
    }

    @Test("a mail of a verified sender is accepted and arrives with its content")
    func send() async throws {
        let ses = try MotoServer.client(.euCentral1)
        let identity = try await ses.execute(CreateEmailIdentity(emailIdentity: "shop@moto.example.com"))
        #expect(identity.identityType == "EMAIL_ADDRESS")
        try await ses.createConfigurationSet(ConfigurationSet("moto-send"))
        let output = try await ses.send(
            Email(
                from: "shop@moto.example.com", to: ["jane@example.org"], subject: "Grüße 😀 moto", text: "a/b",
                tags: ["kind": "test"]),
            configurationSet: "moto-send")
        #expect(!output.messageID.isEmpty)
        let data = try await MotoServer.data()
        #expect(data.contains(output.messageID))
    }

    @Test("a mail of an unverified sender is rejected, and the error's text doesn't name them")
    func unverifiedSender() async throws {
        let ses = try MotoServer.client(.euCentral1)
        let error = await failure {
            try await ses.send(
                Email(from: "nobody@unverified.example.com", to: ["jane@example.org"], subject: "s", text: "t"),
                configurationSet: "moto-unverified")
        }
        #expect(error?.code == .messageRejected)
        #expect(error?.httpStatus == 400)
        #expect(error?.serviceMessage?.contains("nobody@unverified.example.com") == true)
        #expect(error?.description.contains("nobody") == false)
    }
}
