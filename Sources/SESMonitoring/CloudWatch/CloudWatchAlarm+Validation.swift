extension CloudWatchAlarm {
    /// The longest time that an alarm looks at, in seconds, with periods of an hour or more.
    static let longestTime = 604_800
    /// The longest time that an alarm looks at, in seconds, with periods of less than an hour.
    static let longestTimeOfShortPeriods = 86_400

    /// Checks AWS's rules, as far as they can be known without the service.
    ///
    /// - Throws: ``SESMonitoringError`` with the code `invalidSettings`.
    public func validate() throws(SESMonitoringError) {
        if let fault = fault { throw fault.error(of: name) }
    }

    /// What is wrong, in words that follow the alarm's name; nil if nothing is.
    var fault: CloudWatchAlarmFault? {
        textFault ?? actionFault ?? metricFault ?? timeFault
    }

    private var textFault: CloudWatchAlarmFault? {
        if name.isEmpty || name.unicodeScalars.count > 255 {
            return CloudWatchAlarmFault("its name must have 1 to 255 characters, not \(name.unicodeScalars.count)")
        }
        if name.unicodeScalars.contains(where: \.isASCIIControl) {
            return CloudWatchAlarmFault("its name must not have ASCII control characters")
        }
        if let description, description.unicodeScalars.count > 1024 {
            return CloudWatchAlarmFault("its description must have at most 1024 characters")
        }
        return nil
    }

    private var actionFault: CloudWatchAlarmFault? {
        for actions in [alarmActions, okActions, insufficientDataActions] {
            if actions.count > 5 { return CloudWatchAlarmFault("it must have at most 5 actions for a state") }
            for action in actions {
                do throws(SESValueError) { try action.validate(at: FieldPath("action")) } catch {
                    return CloudWatchAlarmFault("its \(error.field) \(error.rule)")
                }
            }
        }
        return nil
    }

    private var metricFault: CloudWatchAlarmFault? {
        if (metricName == nil) == metrics.isEmpty {
            return CloudWatchAlarmFault("it must be on one metric or on an expression, and not on both")
        }
        if metricName != nil, namespace == nil || statistic == nil || period == nil {
            return CloudWatchAlarmFault("its metric must have a namespace, a statistic and a period")
        }
        if !metrics.isEmpty, metrics.count(where: \.returnData) != 1 {
            return CloudWatchAlarmFault("one of its queries must return data")
        }
        if metrics.contains(where: { $0.expression.map { !(1...2048).contains($0.unicodeScalars.count) } ?? false }) {
            return CloudWatchAlarmFault("its expression must have 1 to 2048 characters")
        }
        for dimension in dimensions + metrics.flatMap({ $0.metricStat?.metric.dimensions ?? [] }) {
            if let fault = dimension.fault { return fault }
        }
        return nil
    }

    private var timeFault: CloudWatchAlarmFault? {
        let periods = [period].compactMap { $0 } + metrics.compactMap { $0.metricStat?.period }
        if let odd = periods.first(where: { $0 < 60 || !$0.isMultiple(of: 60) }) {
            return CloudWatchAlarmFault("its period must be a multiple of 60 seconds, not \(odd)")
        }
        if evaluationPeriods < 1 { return CloudWatchAlarmFault("it must look at 1 period at least") }
        if let datapointsToAlarm, !(1...evaluationPeriods).contains(datapointsToAlarm) {
            return CloudWatchAlarmFault("it can't need \(datapointsToAlarm) of \(evaluationPeriods) periods")
        }
        if !threshold.isFinite { return CloudWatchAlarmFault("its threshold must be a number") }
        for period in periods {
            let (time, overflow) = period.multipliedReportingOverflow(by: evaluationPeriods)
            let longest = period < 3600 ? Self.longestTimeOfShortPeriods : Self.longestTime
            if overflow || time > longest {
                return CloudWatchAlarmFault(
                    "it must look at no more than \(longest / 86_400) day\(longest > 86_400 ? "s" : ""), not "
                        + "\(evaluationPeriods) × \(period) seconds")
            }
        }
        return nil
    }
}

extension CloudWatchAlarm.Dimension {
    /// AWS: ASCII, not blank, no leading colon in a name or a value.
    fileprivate var fault: CloudWatchAlarmFault? {
        for (text, longest) in [(name, 255), (value, 1024)] {
            let scalars = text.unicodeScalars
            guard (1...longest).contains(scalars.count), scalars.first != ":",
                scalars.allSatisfy({ $0.isASCII && !$0.isASCIIControl }), scalars.contains(where: { $0 != " " })
            else {
                return CloudWatchAlarmFault(
                    "a dimension's name and value must be 1 to 255 and 1 to 1024 characters of ASCII, not blank, "
                        + "without control characters and without a colon in front")
            }
        }
        return nil
    }
}

extension Unicode.Scalar {
    /// Whether it is a control character of ASCII.
    fileprivate var isASCIIControl: Bool { value < 0x20 || value == 0x7F }
}

/// A broken rule of an alarm, in words that follow its name.
struct CloudWatchAlarmFault {
    let text: String

    init(_ text: String) { self.text = text }

    func error(of name: String) -> SESMonitoringError {
        // Of a name that is wrong itself, no more than its beginning, on one line.
        let shown = String(String.UnicodeScalarView(name.unicodeScalars.prefix(255).filter { !$0.isASCIIControl }))
        return SESMonitoringError(.invalidSettings, message: "alarm '\(shown)': \(text)")
    }
}
