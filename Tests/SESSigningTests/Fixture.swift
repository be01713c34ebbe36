import Foundation
import SESSigning

/// A file of the folder `Fixtures`.
enum Fixture {
    static func data(_ name: String) throws -> Data {
        try Data(contentsOf: Bundle.module.bundleURL.appending(path: "Fixtures/\(name)"))
    }

    /// The lines of a text, comments left out.
    static func lines(_ name: String) throws -> [Substring] {
        String(decoding: try data(name), as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
    }
}

extension [UInt8] {
    /// The bytes of hexadecimal digits.
    init(hexadecimal text: some StringProtocol) {
        let digits = Array<Character>(text)
        self = stride(from: 0, to: digits.count - 1, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
    }
}

extension AWSHTTPRequest {
    /// The value of the field that a header signature is in.
    var authorization: String { headers["Authorization"] ?? "" }

    /// The signature at the end of the `Authorization` field or of the query.
    var signature: String { String((headers["Authorization"] ?? query ?? "").suffix(64)) }
}

extension Date {
    /// A moment written as `20260102T030405Z`.
    init(signing text: String) throws {
        let digits = text.filter(\.isNumber)
        let style = Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted)
        self = try Date("\(digits.prefix(8))T\(digits.suffix(6))Z", strategy: style)
    }
}
