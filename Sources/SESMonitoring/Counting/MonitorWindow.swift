#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The time that figures are taken over: so many whole steps up to the present one, which isn't over yet.
///
/// Events are counted in steps of five minutes, of hours and of days, by UTC. A window of `.hours(24)` at 10:20 is the time from
/// 11:00 of yesterday: the present hour and the 23 before it. Each unit has a range, as memory is bounded:
///
/// | unit | step | range |
/// |---|---|---|
/// | `.minutes` | 5 minutes | 5 to 120, a multiple of 5 |
/// | `.hours` | 1 hour | 1 to 48 |
/// | `.days` | 1 day | 1 to 35 |
///
/// Its text, in JSON too, is such as `30m`, `24h` or `14d`.
public struct MonitorWindow: Sendable, Hashable {
    /// A length of time that events are counted by.
    public enum Step: String, Sendable, Hashable, CaseIterable, Codable {
        /// Five minutes.
        case fiveMinutes = "m"
        /// An hour.
        case hour = "h"
        /// A day, by UTC.
        case day = "d"

        /// Its length in seconds.
        public var seconds: Int {
            switch self {
            case .fiveMinutes: 300
            case .hour: 3600
            case .day: 86_400
            }
        }

        /// How many of them are kept, the present one included: 24 of five minutes, 48 hours, 35 days.
        public var kept: Int {
            switch self {
            case .fiveMinutes: 24
            case .hour: 48
            case .day: 35
            }
        }
    }

    /// What its time consists of.
    public let step: Step
    /// How many steps it has, the present one included.
    public let count: Int

    /// Creates a window of so many steps; whether they are kept is checked where it is used.
    public init(_ step: Step, count: Int) {
        self.step = step
        self.count = count
    }

    /// So many minutes: 5 to 120, rounded up to a multiple of 5.
    public static func minutes(_ count: Int) -> Self { Self(.fiveMinutes, count: count / 5 + (count % 5 > 0 ? 1 : 0)) }

    /// So many hours: 1 to 48.
    public static func hours(_ count: Int) -> Self { Self(.hour, count: count) }

    /// So many days: 1 to 35.
    public static func days(_ count: Int) -> Self { Self(.day, count: count) }

    /// Whether so many steps are kept.
    public var isKept: Bool { (1...step.kept).contains(count) }

    /// When the window begins that is to end with the step of a moment.
    public func start(endingAt now: Date) -> Date {
        let length = Double(step.seconds)
        let present = (now.timeIntervalSince1970 / length).rounded(.down)
        return Date(timeIntervalSince1970: (present - (Double(count) - 1)) * length)
    }
}

extension MonitorWindow: CustomStringConvertible, LosslessStringConvertible {
    /// Its text, such as `30m`, `24h` or `14d`.
    public var description: String {
        // Whoever is told that a window isn't kept reads it here, whatever it is.
        let (minutes, isTooLarge) = count.multipliedReportingOverflow(by: 5)
        let number = step != .fiveMinutes ? count : !isTooLarge ? minutes : count < 0 ? .min : .max
        return "\(number)\(step.rawValue)"
    }

    /// Reads the text of a window; nil if it is none, or its steps aren't kept.
    public init?(_ description: String) {
        guard let step = description.last.flatMap({ Step(rawValue: String($0)) }),
            let number = Int(description.dropLast()), number > 0, step != .fiveMinutes || number.isMultiple(of: 5)
        else { return nil }
        self.init(step, count: step == .fiveMinutes ? number / 5 : number)
        guard isKept else { return nil }
    }
}

extension MonitorWindow: Codable {
    /// Decodes its text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let window = Self(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription:
                    "'\(text.prefix(20))' is no window such as 30m (to 120m), 24h (to 48h) or 14d (to 35d)")
        }
        self = window
    }

    /// Encodes its text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
