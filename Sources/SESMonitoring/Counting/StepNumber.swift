#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension MonitorWindow.Step {
    /// The number of the step that a moment is in, counted from 1970; of a moment beyond all calendars the nearest that counts.
    func number(of date: Date) -> Int {
        let number = (date.timeIntervalSince1970 / Double(seconds)).rounded(.down)
        return number.isNaN ? 0 : Int(min(max(number, -1e12), 1e12))
    }

    @inline(__always)
    func number(ofMilliseconds milliseconds: Int64) -> Int {
        let length = Int64(seconds) * 1000
        let quotient = milliseconds / length
        return Int(quotient * length > milliseconds ? quotient - 1 : quotient)
    }

    /// The time of a step that holds a moment, in milliseconds from 1970.
    @inline(__always)
    func milliseconds(of number: Int) -> Range<Int64> {
        let length = Int64(seconds) * 1000
        return Int64(number) * length..<(Int64(number) + 1) * length
    }

    /// The number of the next longer step that one of these is in; the same for the longest.
    func nextLonger(of number: Int) -> Int {
        let count =
            switch self {
            case .fiveMinutes: 12
            case .hour: 24
            case .day: 1
            }
        return number >= 0 ? number / count : (number - count + 1) / count
    }

    /// When a step begins.
    func start(of number: Int) -> Date { Date(timeIntervalSince1970: Double(number) * Double(seconds)) }
}

extension MonitorWindow {
    /// The numbers of its steps if it ends with the step of a moment; as many as are kept at most.
    func numbers(endingAt now: Date) -> Range<Int> {
        let end = step.number(of: now) + 1
        return end - min(max(count, 0), step.kept)..<end
    }
}

/// What of the past is kept, and how far the future may go.
struct Horizon: Sendable {
    /// How late the clock of a machine may be; what is further ahead isn't believed.
    static let futureMilliseconds: Int64 = 15 * 60 * 1000

    /// The number of the first step that is kept, for each kind of step.
    let oldest: [Int]
    let latestMilliseconds: Int64
    let now: Date

    init(now: Date) {
        self.now = now
        oldest = MonitorWindow.Step.allCases.map { $0.number(of: now) - $0.kept + 1 }
        let milliseconds = now.timeIntervalSince1970 * 1000
        latestMilliseconds =
            milliseconds.isNaN ? 0 : Int64(min(max(milliseconds.rounded(.up), -1e15), 1e15)) + Self.futureMilliseconds
    }
}
