import Testing

@testable import SESTesting

@Suite("Rendering templates")
struct RenderingDataTests {
    private static let data = #"""
        {"name":"Jane","order":{"id":7,"lines":{"first":"tea"}},"price":1.5,"paid":true,"note":null,"list":[1],
         "html":"<b>&</b>","empty":"","none":[],"zero":0,"odd key":"o","members":{"b":2,"a":1},
         "subscription":[{"interest":"Sports","tags":["x","y"]},{"interest":"Travel","tags":[]}]}
        """#

    private func render(_ template: String, _ data: String = Self.data) throws -> String {
        try RenderingData([data]).render(template)
    }

    private func fault(_ template: String, isStored: Bool = true) -> String? {
        do {
            _ = try RenderingData([Self.data]).render(template, isStored: isStored)
            return nil
        } catch {
            return error.message
        }
    }

    static let substitutions: [(String, String)] = [
        ("", ""), ("no tags", "no tags"), ("Hi {{name}}!", "Hi Jane!"), ("{{ name }}", "Jane"),
        ("{{order.id}} {{order.lines.first}} {{order/id}}", "7 tea 7"), ("{{price}}", "1.5"), ("{{paid}}", "true"),
        ("{{html}}{{{html}}}{{&html}}", "<b>&</b><b>&</b><b>&</b>"), ("[{{note}}{{list}}{{order}}{{empty}}]", "[]"),
        ("{{name}}{{name}}", "JaneJane"), ("{ {name} }", "{ {name} }"), ("}} {{name}}", "}} Jane"),
        ("{{this.name}}{{./name}}{{@root.name}}", "JaneJaneJane"), ("{{[odd key]}}{{this.[odd key]}}", "oo"),
        ("{{list.0}}{{list.[0]}}{{list.length}}", "111"), ("{{subscription.1.interest}}", "Travel"),
        ("{{! a comment }}x{{!-- {{name}} --}}y{{!}}", "xy"), ("a {{~name~}} b", "aJaneb"),
        ("{{{~ name ~}}} x", "Janex"),
        ("{{ses:openTracker}}", "{{ses:openTracker}}"),
        ("<a href=\"{{amazonSESUnsubscribeUrl}}\">", "<a href=\"{{amazonSESUnsubscribeUrl}}\">"),
    ]

    @Test("Variables are filled in, and nothing is escaped", arguments: substitutions)
    func substitutes(template: String, expected: String) throws {
        #expect(try render(template) == expected)
    }

    static let blocks: [(String, String)] = [
        ("{{#if paid}}yes{{else}}no{{/if}}", "yes"), ("{{#if missing}}yes{{else}}no{{/if}}", "no"),
        ("{{#if order.missing.more}}yes{{/if}}", ""), ("{{#if note}}y{{^}}n{{/if}}", "n"),
        ("{{#if empty}}y{{/if}}{{#if none}}y{{/if}}{{#if zero}}y{{/if}}{{#if order}}o{{/if}}", "o"),
        ("{{#if none}}1{{else if missing}}2{{else if paid}}3{{else}}4{{/if}}", "3"),
        ("{{#if none}}1{{else if missing}}2{{else unless paid}}3{{else}}4{{/if}}.", "4."),
        ("{{#unless paid}}a{{else}}b{{/unless}}{{#unless missing}}c{{/unless}}", "bc"),
        ("{{#each subscription}}{{interest}},{{this.interest}};{{/each}}", "Sports,Sports;Travel,Travel;"),
        (
            "{{#each subscription}}{{../name}}{{@index}}{{#if @first}}f{{/if}}{{#if @last}}l{{/if}} {{/each}}",
            "Jane0f Jane1l "
        ),
        ("{{#each list}}{{this}}{{.}}{{/each}}", "11"), ("{{#each none}}x{{else}}none{{/each}}", "none"),
        ("{{#each missing}}x{{else}}none{{/each}}", "none"), ("{{#each name}}x{{else}}none{{/each}}", "none"),
        ("{{#each members}}{{@key}}={{this}} {{/each}}", "a=1 b=2 "),
        (
            "{{#each subscription}}{{#each tags}}{{../interest}}{{this}}{{@index}}{{@../index}}{{../../name}} {{/each}}{{/each}}",
            "Sportsx00Jane Sportsy10Jane "
        ),
        (
            "{{#each subscription as |s i|}}{{s.interest}}{{i}}{{#each s.tags as |t|}}{{t}}{{s.interest}}{{/each}}{{/each}}",
            "Sports0xSportsySportsTravel1"
        ),
        ("{{#with order}}{{id}}{{#with lines as |l|}}{{l.first}}{{/with}}{{else}}no{{/with}}", "7tea"),
        ("{{#with missing}}x{{else}}no{{/with}}", "no"), ("{{#order}}{{id}}{{/order}}{{#list}}{{this}}{{/list}}", "71"),
        ("{{#paid}}{{name}}{{/paid}}{{^paid}}x{{/paid}}{{^missing}}y{{/missing}}", "Janey"),
        ("{{#if paid}}{{#if none}}a{{else}}b{{/if}}{{else}}c{{/if}}", "b"), ("{{#if none}}{{missing}}{{/if}}ok", "ok"),
        ("x {{~#if paid~}} y {{~/if~}} z", "xyz"),
    ]

    @Test("Blocks decide, go through lists and into objects", arguments: blocks)
    func decides(template: String, expected: String) throws {
        #expect(try render(template) == expected)
    }

    static let partials: [(String, String)] = [
        (#"{{#* inline "full"}}{{name}}{{#if empty}} x{{/if}}!{{/inline~}}  Dear {{> full}}"#, "Dear Jane!"),
        ("{{> p}}{{#* inline 'p'}}p{{/inline}}", "p"),
        (
            #"{{#* inline "line"}}<{{interest}}>{{/inline}}{{#each subscription}}{{> line}}{{/each}}"#,
            "<Sports><Travel>"
        ),
        (#"{{#* inline "id"}}{{id}}{{/inline}}{{> id order}}"#, "7"),
    ]

    @Test("Partials are defined in the template and used where they are named", arguments: partials)
    func repeats(template: String, expected: String) throws {
        #expect(try render(template) == expected)
    }

    static let faults: [(String, String)] = [
        ("{{missing}}", "Attribute 'missing' is not present in the rendering data."),
        ("{{order.missing}}", "Attribute 'order.missing' is not present in the rendering data."),
        ("{{name.first}}", "Attribute 'name.first' is not present in the rendering data."),
        ("{{list.1}}", "Attribute 'list.1' is not present in the rendering data."),
        ("{{../name}}", "Attribute '../name' is not present in the rendering data."),
        ("{{@index}}", "Attribute '@index' is not present in the rendering data."),
        ("{{}}", "Attribute '' is not present in the rendering data."),
        ("{{#if a}}{{/if}}{{missing}}", "Attribute 'missing' is not present in the rendering data."),
        ("{{#if paid}}{{missing}}{{/if}}", "Attribute 'missing' is not present in the rendering data."),
        ("{{#each subscription}}{{name}}{{/each}}", "Attribute 'name' is not present in the rendering data."),
        ("{{name", "A variable is not closed."), ("{{{name}}", "A variable is not closed."),
        ("a {{name}} b {{", "A variable is not closed."), ("{{!-- }}", "A variable is not closed."),
        ("{{#if paid}}x", "The block 'if' is not closed."),
        ("{{#* inline \"p\"}}x", "The block 'inline' is not closed."),
        ("{{#if paid}}{{#each list}}{{/if}}{{/each}}", "{{/if}} doesn't close the block 'each'."),
        ("{{/if}}", "{{/if}} closes no block."), ("{{else}}", "{{else}} belongs to no block."),
        ("{{#if paid}}{{else}}{{else}}{{/if}}", "{{else}} belongs to no block."),
        ("{{#if}}{{/if}}", "{{#if}} names no variable."),
        ("{{#if a b}}{{/if}}", "{{#if a b}} has more than one variable."),
        ("{{#each list as item}}{{/each}}", "{{#each list as item}} has no names between bars."),
        ("{{#}}{{/}}", "A block has no name."), ("{{upper name}}", "The helper 'upper' is not known."),
        ("{{#upper name}}{{/upper}}", "The helper 'upper' is not known."),
        ("{{> p}}", "The partial 'p' is not defined."),
        ("{{> p a b}}", "{{>p a b}} is not the use of a partial."),
        ("{{#* other \"p\"}}{{/other}}", "{{#*other \"p\"}} is not the definition of a partial."),
        ("{{#* inline \"p\"}}{{> p}}{{/inline}}{{> p}}", "Blocks and partials are nested more than 100 deep."),
    ]

    @Test("A template that can't be filled says why", arguments: faults)
    func fails(template: String, message: String) {
        #expect(fault(template) == message)
    }

    @Test("A template that comes with a send has only substitutions")
    func inline() {
        #expect(fault("{{name}}{{order.id}}{{! c }}", isStored: false) == nil)
        for (template, tag) in [
            ("{{#if paid}}x{{/if}}", "{{#if paid}}"), ("{{^paid}}x{{/paid}}", "{{^paid}}"),
            ("{{#* inline \"p\"}}{{/inline}}{{> p}}", "{{#*inline \"p\"}}"),
        ] {
            let message = "\(tag) needs a stored template: one that comes with a send has only substitutions."
            #expect(fault(template, isStored: false) == message)
        }
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
        let blocks = String(repeating: "{{#if name}}", count: 5_000) + String(repeating: "{{/if}}", count: 5_000)
        #expect(fault(blocks) == "Blocks are nested more than 100 deep.")
        let chain = "{{#if none}}" + String(repeating: "{{else if none}}", count: 5_000) + "{{/if}}"
        #expect(fault(chain) == "Blocks are nested more than 100 deep.")
    }

    @Test("Lists in lists end with an error, with and without text")
    func endless() throws {
        let data = try RenderingData(["{\"l\":[" + String(repeating: "1,", count: 2_000) + "1]}"])
        func error(_ body: String) -> String? {
            let loop = "{{#each @root.l}}{{#each @root.l}}{{#each @root.l}}\(body){{/each}}{{/each}}{{/each}}"
            do {
                _ = try data.render(loop)
                return nil
            } catch {
                return error.message
            }
        }
        #expect(error("") == "The template takes too long to render.")
        #expect(error(String(repeating: "x", count: 10_000)) == "The rendered text is over 40 MB.")
    }

    @Test("Fuzz: a template that was broken in any way is filled or refused")
    func fuzz() throws {
        var mutator = Mutator(seed: 6)
        let data = try RenderingData([Self.data])
        let templates = (Self.substitutions + Self.blocks + Self.partials + Self.faults).map { Array($0.0.utf8) }
        for _ in 0..<WireFuzzTests.iterations {
            let bytes = mutator.mutated(mutator.element(of: templates) + mutator.element(of: templates))
            _ = try? data.render(String(decoding: bytes, as: UTF8.self))
        }
    }
}
