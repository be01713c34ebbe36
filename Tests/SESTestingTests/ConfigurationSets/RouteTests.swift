import SESClient
import SESCore
import SESTesting
import Testing

@testable import SESTesting

@Suite("What the simulator answers")
struct RouteTests {
    @Test("operations the library ships, each once, and no other")
    func shipped() {
        let answered = Route.all.map(\.operation)
        #expect(Set(answered).count == answered.count)
        #expect(Set(answered).isSubset(of: ShippedOperations.all.map { $0.name }))
    }

    @Test("every operation the library ships, or else a refusal by its name", arguments: ["x", "a%2Fb", "list"])
    func everyOperation(label: String) async throws {
        let wire = Wire(SESSimulator())
        let answered = Set(Route.all.map(\.operation))
        for operation in ShippedOperations.all {
            let parts = operation.http.path.split(separator: "/", omittingEmptySubsequences: false)
            let path = parts.map { $0.hasPrefix("{") ? label : String($0) }.joined(separator: "/")
            let body = operation.http.hasBody ? "{}" : nil
            let answer = try await wire.call(operation.http.method.rawValue, path, body)
            if answered.contains(operation.name) {
                #expect(answer.name != "NotSimulatedException", "\(operation.name)")
            } else {
                #expect(answer.status == 400)
                #expect(answer.name == "NotSimulatedException", "\(operation.name)")
                #expect(answer.message == "The simulator doesn't answer \(operation.name).")
            }
        }
    }

    @Test("a caller is told which operation isn't simulated, and no address")
    func notSimulated() async throws {
        let ses = SESv2Client(simulator: SESSimulator())
        let error = await #expect(throws: SESv2Error.self) { try await ses.getEmailAddressInsights("jane@example.org") }
        #expect(error?.code == .otherServiceError && error?.operation == "GetEmailAddressInsights")
        #expect(error?.serviceCode == "NotSimulatedException")
        #expect(error?.message == "The simulator doesn't answer GetEmailAddressInsights.")
    }

    private struct GetTomorrow: SESOperation {
        static let http = HTTPBinding(.get, "/v2/email/tomorrow/{Day}")
        var day: String
        enum CodingKeys: String, CodingKey { case day = "Day" }
        typealias Output = EmptyOutput
    }

    @Test("an operation of the user's own meets its faults, and without one is told not to be simulated")
    func ownOperation() async throws {
        let simulator = SESSimulator()
        let ses = SESv2Client(simulator: simulator, retry: .off)
        await simulator.inject(.throttle, on: GetTomorrow.self)
        let fault = await #expect(throws: SESv2Error.self) { try await ses.execute(GetTomorrow(day: "d")) }
        #expect(fault?.code == .throttled)
        let unknown = await #expect(throws: SESv2Error.self) { try await ses.execute(GetTomorrow(day: "d")) }
        #expect(unknown?.serviceCode == "NotSimulatedException")
        #expect(unknown?.message == "The simulator doesn't answer GET /v2/email/tomorrow/d.")
    }

    private struct GetSendingState: SESOperation {
        static let name = "GetConfigurationSet"
        static let http = HTTPBinding(.get, "/v2/email/configuration-sets/{ConfigurationSetName}")
        var set: String
        enum CodingKeys: String, CodingKey { case set = "ConfigurationSetName" }
        struct Output: Codable, Sendable {
            struct Options: Codable, Sendable {
                var isEnabled: Bool?
                enum CodingKeys: String, CodingKey { case isEnabled = "SendingEnabled" }
            }
            var options: Options?
            enum CodingKeys: String, CodingKey { case options = "SendingOptions" }
        }
    }

    @Test("an operation of AWS's that the user cut to what is needed")
    func narrowOperation() async throws {
        let ses = SESv2Client(simulator: SESSimulator())
        try await ses.createConfigurationSet(ConfigurationSet("s"))
        #expect(try await ses.execute(GetSendingState(set: "s")).options?.isEnabled == true)
        try await ses.putConfigurationSetSendingOptions("s", SendingOptions(sendingEnabled: false))
        #expect(try await ses.execute(GetSendingState(set: "s")).options?.isEnabled == false)
    }

    @Test("a default set doesn't verify an identity, and verifying again keeps it")
    func defaultSetAndVerification() async throws {
        let simulator = SESSimulator()
        let ses = SESv2Client(simulator: simulator)
        try await ses.createConfigurationSet(ConfigurationSet("s"))
        await simulator.verify("other.example")
        await simulator.setDefaultConfigurationSet("s", for: "example.com")
        let email = Email(from: "a@example.com", to: ["b@example.org"], subject: "s", text: "t")
        let error = await #expect(throws: SESv2Error.self) { try await ses.send(email, configurationSet: nil) }
        #expect(error?.code == .messageRejected)
        await simulator.verify("example.com")
        try await ses.send(email, configurationSet: nil)
        #expect(await simulator.sentMails.last?.configurationSet == "s")
    }
}
