import SESClient
import SESCore
import Testing

/// An input that breaks a rule: the client must refuse it before anything is sent.
struct BrokenInput: Sendable, CustomTestStringConvertible {
    static let shortName = "must contain only ASCII letters, digits, '_' and '-'"

    let input: any SESOperation
    let field: String
    let rule: String
    var testDescription: String { "\(type(of: input)) \(field)" }

    init(_ input: any SESOperation, _ field: String, _ rule: String) {
        self.input = input
        self.field = field
        self.rule = rule
    }

    func expectRefusal(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let transport = RecordingTransport()
        let client = try SESv2Client.test(transport)
        let error = await #expect(throws: SESv2Error.self, sourceLocation: sourceLocation) {
            try await Self.execute(input, with: client)
        }
        let broken = error?.underlyingError as? SESValueError
        #expect(error?.code == .invalidRequest, sourceLocation: sourceLocation)
        #expect(broken?.field == field, sourceLocation: sourceLocation)
        #expect(broken?.rule == rule, sourceLocation: sourceLocation)
        #expect(transport.requests.isEmpty, sourceLocation: sourceLocation)
    }

    private static func execute(_ input: some SESOperation, with client: SESv2Client) async throws {
        _ = try await client.execute(input)
    }
}

/// The texts that printing a value may give.
enum PrintedForms {
    static func all(of value: Any) -> String {
        var dumped = ""
        dump(value, to: &dumped)
        return "\(value) \(String(reflecting: value)) \(dumped)"
    }
}
