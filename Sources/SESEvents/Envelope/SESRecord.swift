/// One record of what a destination delivered, and what it turned out to be.
///
/// A delivery may hold many: Firehose writes one after the other, Lambda gets lists of them. One that can't be read never
/// costs its neighbours.
public struct SESRecord: Sendable, Hashable {
    /// What a record turned out to be.
    @nonexhaustive
    public enum Content: Sendable, Hashable {
        /// An event.
        case event(SESEvent)
        /// Something AWS or a person writes to the same place, recognised as what it is.
        case notice(SESNotice)
        /// A record that can't be read; the error says where it stands and why, never what it holds.
        case failure(SESValueError)
    }

    /// The record's number in the delivery, from 1; records inside an envelope are counted one by one.
    public private(set) var number: Int
    /// Where the outermost JSON value that holds the record begins, in bytes from the start of the delivery.
    @export(implementation) public let offset: Int
    /// What it turned out to be.
    public private(set) var content: Content

    /// The event, if it is one.
    public var event: SESEvent? {
        if case .event(let event) = content { event } else { nil }
    }

    /// Why it can't be read, if it can't.
    public var failure: SESValueError? {
        if case .failure(let error) = content { error } else { nil }
    }
}

extension SESRecord {
    /// How a failure names the record it is about.
    static func field(number: Int, offset: Int) -> String { "record \(number) at byte \(offset)" }

    /// Makes it the record that it is with so many more before it.
    mutating func renumber(by count: Int) {
        number += count
        guard case .failure(let error) = content else { return }
        let field = Self.field(number: number, offset: offset)
        content = .failure(SESValueError(code: error.code, field: field, rule: error.rule))
    }
}
