import SESCore

extension MonitorRule {
    /// How many steps before the window must have mail for an anomaly to be judged.
    static let anomalyHistory = 12

    /// Checks that the rule says what can be judged; a monitor checks each rule it takes.
    ///
    /// - Throws: ``SESMonitoringError`` with the code `invalidRule`, naming the rule, the field, its bounds and its value.
    public func validate() throws(SESMonitoringError) {
        try check((1...128).contains(name.count), "name", "must have 1 to 128 characters", "\(name.count) of them")
        try check(!name.unicodeScalars.contains(where: \.isControl), "name", "must have no control characters", "some")
        try checkScope()
        try check(
            window.isKept, "window",
            "must be 5m to 120m in steps of 5 minutes, 1h to 48h or 1d to 35d", "\(window)")
        try check(minimumVolume >= 0, "minimumVolume", "must be 0 or more", "\(minimumVolume)")
        try check(
            clearingShare > 0 && clearingShare <= 1, "clearingShare", "must be more than 0, up to 1", "\(clearingShare)"
        )
        try check(coolDown >= 0, "coolDown", "must be 0 seconds or more", "\(coolDown)")
        try checkCondition()
    }

    private func checkScope() throws(SESMonitoringError) {
        guard case .subject(let subject) = scope else { return }
        if let set = subject.configurationSet {
            let isName = (try? ConfigurationSetName(rawValue: set).validate(at: FieldPath("scope"))) != nil
            try check(
                isName, "scope", "must name a configuration set: 1 to 64 ASCII letters, digits, '_' and '-'",
                "'\(set.prefix(80))'")
        }
        switch subject.part {
        case nil: break
        case .tag(let name, let value):
            try check(!name.isEmpty && !value.isEmpty, "scope", "must have a tag's name and value", "an empty one")
        case .recipientDomain(let domain):
            try check(
                !domain.isEmpty && domain == domain.lowercased(), "scope", "must have a domain in lower case",
                "'\(domain.prefix(80))'")
        }
    }

    private func checkCondition() throws(SESMonitoringError) {
        switch condition {
        case .rate(_, let threshold):
            try check((0...1).contains(threshold), "above", "must be 0 to 1 (0.05 is 5 %)", "\(threshold)")
        case .count(_, let threshold): try check(threshold >= 0, "above", "must be 0 or more", "\(threshold)")
        case .noEvents:
            // A subject is known as long as one of its days is kept, so that shorter steps never are too long.
            let kept = MonitorWindow.days(MonitorWindow.Step.day.kept)
            try check(
                window.step != .day || window.count < kept.count, "window",
                "must be at most \(kept.count - 1)d, as a subject is forgotten after \(kept) of silence", "\(window)")
        case .deliveryDrop(let share):
            try check(share > 0 && share < 1, "toShare", "must be more than 0 and less than 1", "\(share)")
            try checkHistory(of: 1)
        case .anomaly(_, let falseAlarms):
            try check(
                falseAlarms > 0 && falseAlarms <= 0.05, "falseAlarms", "must be more than 0, up to 0.05",
                "\(falseAlarms)")
            try checkHistory(of: Self.anomalyHistory)
        }
    }

    /// Checks that the window leaves enough of what is kept to be compared with.
    private func checkHistory(of steps: Int) throws(SESMonitoringError) {
        let longest = MonitorWindow(window.step, count: window.step.kept - steps)
        try check(
            window.count <= longest.count, "window", "must be at most \(longest), to leave time to compare with",
            "\(window)")
    }

    private func check(
        _ isKept: Bool, _ field: String, _ bound: String, _ value: String
    ) throws(SESMonitoringError) {
        guard !isKept else { return }
        let shown = String(name.unicodeScalars.prefix(128).map { $0.isControl ? " " : Character($0) })
        throw SESMonitoringError(.invalidRule, message: "rule '\(shown)': \(field) \(bound), not \(value)")
    }
}
