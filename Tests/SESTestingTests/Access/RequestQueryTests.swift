import SESClient
import SESCore
import Testing

@testable import SESTesting

@Suite("A request's query")
struct RequestQueryTests {
    private func query(_ text: String?) -> RequestQuery {
        RequestQuery(text, bound: ["Name", "PageSize", HTTPBinding.QueryMember("Reasons", as: "Reason")])
    }

    @Test("members are decoded, parameters are named as the binding says, and others are left out")
    func members() {
        #expect(
            query("Name=a%20b%3D&Reason=X&Reason=Y&Other=1").members
                == ["Name": .string("a b="), "Reasons": .array([.string("X"), .string("Y")])])
        for text in [nil, "", "&&", "=", "Other"] { #expect(query(text).members.isEmpty) }
        #expect(query("Name").members == ["Name": .string("")])
        #expect(query("Name=%GG&Name=").members["Name"] != nil)
    }

    @Test("a member is taken for a number, a flag or a list when a text isn't what is wanted")
    func retake() {
        var number = query("PageSize=7")
        var forms = [number.members["PageSize"]]
        while number.retake("PageSize") { forms.append(number.members["PageSize"]) }
        #expect(forms == [.string("7"), .integer(7), .array([.string("7")])])
        var flag = query("Name=true")
        let isRetaken = flag.retake("Name")
        #expect(isRetaken)
        #expect(flag.members["Name"] == .bool(true))
        let isMissingRetaken = flag.retake("Missing")
        #expect(!isMissingRetaken)
    }
}
