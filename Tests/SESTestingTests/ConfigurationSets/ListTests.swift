import SESClient
import SESCore
import SESTesting
import Testing

@Suite("Lists of configuration sets in the simulator")
struct ListTests {
    let simulator = SESSimulator()
    var wire: Wire { Wire(simulator) }
    var client: SESv2Client { SESv2Client(simulator: simulator) }

    private func list(_ body: String) async throws -> Answer {
        try await wire.call("POST", "/v2/email/list-configuration-sets", body)
    }

    private func names(_ answer: Answer) -> [String] {
        guard case .array(let names)? = answer.json?["ConfigurationSets"] else { return [] }
        return names.compactMap(\.text)
    }

    @Test("An account without sets has an empty list without a token")
    func empty() async throws {
        let answer = try await list("{}")
        #expect(answer.json == .object(["ConfigurationSets": .array([])]))
    }

    @Test("A page has fifty names unless it is asked for another size, and names are sorted")
    func pages() async throws {
        await simulator.fill(upTo: 120)
        let first = try await list("{}")
        #expect(names(first).count == 50)
        #expect(names(first).first == "set-0")
        #expect(names(first) == names(first).sorted())
        #expect(try await names(list(#"{"PageSize":7}"#)).count == 7)
        #expect(try await names(list(#"{"PageSize":1000}"#)).count == 120)
        #expect(try await list(#"{"PageSize":120}"#).json?["NextToken"] == nil, "no page follows a full last one")
    }

    @Test("The client's sequence brings every name once, in order, at any page size", arguments: [1, 3, 40, 120, 1000])
    func sequence(size: Int) async throws {
        await simulator.fill(upTo: 120)
        var names: [String] = []
        for try await name in client.listConfigurationSets(pageSize: size) { names.append(name.rawValue) }
        #expect(names == (0..<120).map { "set-\($0)" }.sorted())
    }

    @Test("Pages stay right while sets come and go")
    func changes() async throws {
        await simulator.fill(upTo: 10)
        let first = try await list(#"{"PageSize":3}"#)
        try await client.deleteConfigurationSet("set-2")
        try await client.createConfigurationSet(ConfigurationSet("a-new-one"))
        let token = try #require(first.json?["NextToken"]?.text)
        let second = try await list(#"{"PageSize":3,"NextToken":"\#(token)"}"#)
        #expect(names(second) == ["set-3", "set-4", "set-5"])
    }

    @Test("A page size outside 1 to 1000 is refused", arguments: [0, -1, 1001])
    func size(_ size: Int) async throws {
        #expect(
            try await list(#"{"PageSize":\#(size)}"#).refusal
                == .badRequest("The page size must be between 1 and 1000"))
    }

    @Test("A token the service didn't give is refused with the token", arguments: ["nonsense", "AAAA", ""])
    func badToken(_ token: String) async throws {
        #expect(
            try await list(#"{"NextToken":"\#(token)"}"#).refusal == .badRequest("invalid nextToken \(token)"))
    }

    @Test("A token of another region is refused")
    func otherRegion() async throws {
        let other = SESSimulator(region: .usEast1)
        await other.fill(upTo: 10)
        await simulator.fill(upTo: 10)
        let answer = try await Wire(other).call("POST", "/v2/email/list-configuration-sets", #"{"PageSize":2}"#)
        let token = try #require(answer.json?["NextToken"]?.text)
        #expect(
            try await list(#"{"NextToken":"\#(token)"}"#).refusal == .badRequest("invalid nextToken \(token)"))
    }

    @Test("A filter leaves the names that contain its text, over all pages")
    func filter() async throws {
        await simulator.fill(upTo: 120)
        var names: [String] = []
        for try await name in client.listConfigurationSets(nameContaining: "-11", pageSize: 2) {
            names.append(name.rawValue)
        }
        #expect(names == ["set-11"] + (110..<120).map { "set-\($0)" })
        #expect(try await list(#"{"Filter":{"COLOUR":"red"}}"#).name == "BadRequestException")
    }
}
