import Testing

@testable import SESTesting

@Suite("Rendering templates")
struct RenderingDataTests {
    private static let data = #"""
        {"name":"Jane","order":{"id":7,"lines":{"first":"tea"}},"price":1.5,"paid":true,"note":null,"list":[1],
         "html":"<b>&</b>","empty":""}
        """#

    private func render(_ template: String, _ data: String = Self.data) throws -> String {
        try RenderingData([data]).render(template)
    }

    private func fault(_ template: String) -> String? {
        do {
            _ = try render(template)
            return nil
        } catch {
            return (error as? RenderingError)?.message
        }
    }

    static let cases: [(String, String)] = [
        ("", ""), ("no tags", "no tags"), ("Hi {{name}}!", "Hi Jane!"), ("{{ name }}", "Jane"),
        ("{{order.id}} {{order.lines.first}}", "7 tea"), ("{{{html}}}", "<b>&</b>"), ("{{price}}", "1.5"),
        ("{{paid}}", "true"), ("[{{note}}{{list}}{{order}}{{empty}}]", "[]"), ("{{name}}{{name}}", "JaneJane"),
        ("{ {name} }", "{ {name} }"), ("}} {{name}}", "}} Jane"), ("{{this.name}}", "Jane"),
        ("{{! a comment }}x", "x"), ("{{#if paid}}yes{{else}}no{{/if}}", "yesno"),
        ("{{#each list}}{{this.title}}{{title}},{{/each}}", ","), ("{{^paid}}x{{/paid}}", "x"),
        ("{{ses:openTracker}}", "{{ses:openTracker}}"),
        ("<a href=\"{{amazonSESUnsubscribeUrl}}\">", "<a href=\"{{amazonSESUnsubscribeUrl}}\">"),
    ]

    @Test("A template is filled with its data", arguments: cases)
    func renders(template: String, expected: String) throws {
        #expect(try render(template) == expected)
    }

    static let faults: [(String, String)] = [
        ("{{missing}}", "Attribute 'missing' is not present in the rendering data."),
        ("{{order.missing}}", "Attribute 'order.missing' is not present in the rendering data."),
        ("{{name.first}}", "Attribute 'name.first' is not present in the rendering data."),
        ("{{}}", "Attribute '' is not present in the rendering data."),
        ("{{#if a}}{{/if}}{{missing}}", "Attribute 'missing' is not present in the rendering data."),
        ("{{name", "A variable is not closed."), ("{{{name}}", "A variable is not closed."),
        ("a {{name}} b {{", "A variable is not closed."),
    ]

    @Test("A template that can't be filled says why", arguments: faults)
    func fails(template: String, message: String) {
        #expect(fault(template) == message)
    }

    @Test("Data that isn't an object is a fault", arguments: ["[]", "1", "\"a\"", "{", "nonsense", "null"])
    func badData(text: String) {
        #expect(throws: RenderingError.self) { try RenderingData([text]) }
    }

    @Test("Later data wins over earlier, name by name; empty data is none")
    func merging() throws {
        let data = try RenderingData([#"{"a":1,"b":1}"#, "", #"{"b":2}"#])
        #expect(try data.render("{{a}}{{b}}") == "12")
    }

    @Test("Data nested without end and templates of braces alone are refused, not a crash")
    func hostile() {
        let deep = String(repeating: "{\"a\":", count: 5_000) + "1" + String(repeating: "}", count: 5_000)
        #expect(throws: RenderingError.self) { try RenderingData([deep]) }
        for text in [String(repeating: "{", count: 10_000), String(repeating: "{{}}", count: 10_000)] {
            #expect(throws: RenderingError.self) { try RenderingData(["{}"]).render(text) }
        }
    }
}
