import Foundation
import SESMonitoring
import Testing

@Suite("A window")
struct MonitorWindowTests {
    @Test(
        "has a text that is read back",
        arguments: [(MonitorWindow.minutes(30), "30m"), (.hours(24), "24h"), (.days(14), "14d"), (.minutes(7), "10m")])
    func text(_ window: MonitorWindow, _ text: String) throws {
        #expect(window.description == text)
        #expect(MonitorWindow(text) == window)
        let data = try JSONEncoder().encode([window])
        #expect(String(decoding: data, as: UTF8.self) == "[\"\(text)\"]")
        #expect(try JSONDecoder().decode([MonitorWindow].self, from: data) == [window])
    }

    @Test(
        "is refused if its steps aren't kept",
        arguments: ["", "h", "0h", "-1h", "49h", "36d", "125m", "7m", "1w", "24"])
    func refused(_ text: String) {
        #expect(MonitorWindow(text) == nil)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([MonitorWindow].self, from: Data("[\"\(text)\"]".utf8))
        }
    }

    @Test("begins so many whole steps before the end of the present one")
    func start() throws {
        let now = try Date("2025-05-02T10:20:30Z", strategy: .iso8601)
        #expect(MonitorWindow.hours(24).start(endingAt: now).formatted(.iso8601) == "2025-05-01T11:00:00Z")
        #expect(MonitorWindow.minutes(10).start(endingAt: now).formatted(.iso8601) == "2025-05-02T10:15:00Z")
        #expect(MonitorWindow.days(2).start(endingAt: now).formatted(.iso8601) == "2025-05-01T00:00:00Z")
    }

    @Test("of any count has a text and a beginning", arguments: MonitorWindow.Step.allCases, [Int.min, -1, 0, .max])
    func anyCount(_ step: MonitorWindow.Step, _ count: Int) {
        let window = MonitorWindow(step, count: count)
        #expect(!window.isKept && MonitorWindow(window.description) == nil)
        #expect((window.start(endingAt: Date(timeIntervalSince1970: 0)).timeIntervalSince1970 < 0) == (count > 0))
    }
}
