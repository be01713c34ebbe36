#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A complete MIME message, headers and body.
///
/// AWS: `RawMessage`. Its own headers give sender and recipients where the request doesn't.
public struct RawMessage: Equatable, Sendable, Codable, SESValidatable, SESPrivateContent {
    /// The message's bytes.
    @export(implementation) public var data: Data

    /// Creates a raw message.
    ///
    /// - Parameter data: The message's bytes.
    @export(implementation) public init(data: Data) {
        self.data = data
    }

    /// Checks the size.
    ///
    /// Attachments inside are in base64 already, so the bytes count as they are.
    public func validate(at path: FieldPath) throws(SESValueError) {
        let field = path.member("Data")
        if data.isEmpty { throw SESValueError(field: field, rule: "cannot be empty") }
        try MessageSize.check(texts: [data.count], attachments: [], at: field)
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        data = try container.decode(Data.self, forKey: "Data")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(data, forKey: "Data")
    }
}
