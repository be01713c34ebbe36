import Foundation
import SESCore
import SESMonitoring
import Testing

@Suite("An alarm of CloudWatch")
struct CloudWatchAlarmTests {
    static let alarm = CloudWatchAlarm(
        "ses/a", description: "d", namespace: "AWS/SES", metricName: "Bounce",
        dimensions: [.init(name: "ses:configuration-set", value: "promo")], statistic: "Sum", period: 300,
        comparisonOperator: .greaterThanThreshold, threshold: 3)

    @Test("is the same after a way through JSON")
    func coding() throws {
        var alarm = Self.alarm
        alarm.alarmActions = ["arn:aws:sns:eu-west-1:123456789012:t"]
        alarm.datapointsToAlarm = 1
        alarm.treatMissingData = .ignore
        alarm.actionsEnabled = false
        for alarm in [alarm, Self.alarm] {
            let data = try JSONEncoder().encode(alarm)
            #expect(try JSONDecoder().decode(CloudWatchAlarm.self, from: data) == alarm)
        }
    }

    @Test("keeps AWS's rules")
    func rules() throws {
        try Self.alarm.validate()
        let changes: [(inout CloudWatchAlarm) -> Void] = [
            { $0.name = "" }, { $0.name = String(repeating: "é", count: 256) }, { $0.name = "a\tb" },
            { $0.name = "a\u{7F}" }, { $0.description = String(repeating: "d", count: 1025) }, { $0.period = 90 },
            { $0.period = 0 }, { $0.period = nil }, { $0.evaluationPeriods = 0 }, { $0.evaluationPeriods = 289 },
            { $0.evaluationPeriods = .max }, { $0.datapointsToAlarm = 2 }, { $0.threshold = .infinity },
            { $0.dimensions[0].value = "" }, { $0.dimensions[0].value = "é" }, { $0.dimensions[0].value = ":a" },
            { $0.dimensions[0].name = " " }, { $0.statistic = nil }, { $0.metricName = nil },
            { $0.metrics = [.init(id: "e", expression: "1")] }, { $0.okActions = ["no ARN"] },
        ]
        for (number, change) in changes.enumerated() {
            var alarm = Self.alarm
            change(&alarm)
            let error = #expect(throws: SESMonitoringError.self, "change \(number)") { try alarm.validate() }
            #expect(error?.code == .invalidSettings)
            #expect(error?.message.unicodeScalars.contains { $0.value < 0x20 } == false)
        }
        for name in [String(repeating: "é", count: 255), "<&>\"'\\/😀\u{202E}"] {
            var alarm = Self.alarm
            alarm.name = name
            try alarm.validate()
        }
    }
}
