import SESCore
import Testing

@Suite("Names of contact lists, topics, tenants, pools and endpoints")
struct ShortNameTests {
    static let alphabet = "must contain only ASCII letters, digits, '_' and '-'"

    private func check<Name: SESCheckedString>(_: Name.Type, field: String) {
        for legal in ["a", "Promo_may-2025", text(64)] {
            #expect(fault { () throws(SESValueError) in _ = try Name(legal) } == nil)
        }
        for (illegal, rule) in [
            ("", "cannot be empty"), (text(65), "must be at most 64 characters"), ("a b", Self.alphabet),
            ("a/b", Self.alphabet), ("é", Self.alphabet),
        ] {
            let error = fault { () throws(SESValueError) in _ = try Name(illegal) }
            #expect(error == SESValueError(field: FieldPath(field), rule: rule, value: illegal))
        }
    }

    @Test("have 1 to 64 letters, digits, underscores and hyphens")
    func rules() {
        check(ContactListName.self, field: "ContactListName")
        check(TopicName.self, field: "TopicName")
        check(TenantName.self, field: "TenantName")
        check(DedicatedIpPoolName.self, field: "PoolName")
        check(MultiRegionEndpointName.self, field: "EndpointName")
    }
}
