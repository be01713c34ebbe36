extension ConfigurationSetBlueprint {
    /// The changes that bring a set to this blueprint, in the order in which they are safe.
    ///
    /// A new set is created with sending paused if the blueprint says that it sends, and resumed at the end, so that nothing is
    /// sent before its events have somewhere to go. Sending that is to stop stops first. Event destinations are created before
    /// others are deleted, unless the set would have more than 10.
    ///
    /// - Parameter found: The set as the account has it, with its tags and event destinations; nil if there is none.
    /// - Returns: The changes; empty if the set is as the blueprint says.
    /// - Throws: ``SESValueError`` if this blueprint breaks a rule.
    public func changes(from found: ConfigurationSetBlueprint?) throws(SESValueError) -> [ConfigurationSetChange] {
        try validate(at: FieldPath(name.rawValue))
        guard let found else { return creating }
        let sending = try sendingChange(found.configurationSet.sendingOptions)
        let isPaused = configurationSet.sendingOptions?.sendingEnabled == false
        let pause = isPaused ? sending : nil
        let resume = isPaused ? nil : sending
        return try [pause].compactMap { $0 } + optionChanges(found.configurationSet)
            + tagChanges(found.configurationSet)
            + destinationChanges(found.eventDestinations) + [resume].compactMap { $0 }
    }

    /// The event destinations of a set that this blueprint doesn't name and leaves alone.
    ///
    /// - Parameter found: The set as the account has it.
    public func eventDestinationsLeftAlone(in found: ConfigurationSetBlueprint) -> [EventDestinationName] {
        ownsAllEventDestinations ? [] : unnamed(found.eventDestinations)
    }

    private func unnamed(_ found: [EventDestination]) -> [EventDestinationName] {
        let named = Set(eventDestinations.map(\.name))
        return found.map(\.name).filter { !named.contains($0) }
    }

    private func change(
        _ action: ConfigurationSetChange.Action, _ drift: [ConfigurationSetChange.Drift] = []
    ) -> ConfigurationSetChange {
        ConfigurationSetChange(configurationSetName: name, action: action, drift: drift)
    }

    private var creating: [ConfigurationSetChange] {
        var set = creation
        let destinations = eventDestinations.map { change(.createEventDestination($0)) }
        guard let options = set.sendingOptions, options.sendingEnabled, !destinations.isEmpty else {
            return [change(.createConfigurationSet(set))] + destinations
        }
        set.sendingOptions = SendingOptions(sendingEnabled: false)
        return [change(.createConfigurationSet(set))] + destinations + [change(.putSendingOptions(options))]
    }

    private func sendingChange(_ found: SendingOptions?) throws(SESValueError) -> ConfigurationSetChange? {
        guard let wanted = configurationSet.sendingOptions else { return nil }
        let drift = try ConfigurationSetChange.Drift.all(
            in: "SendingOptions", found: (found ?? SendingOptions(sendingEnabled: true)).compared,
            wanted: wanted.compared)
        return drift.isEmpty ? nil : change(.putSendingOptions(wanted), drift)
    }

    private func optionChanges(_ found: ConfigurationSet) throws(SESValueError) -> [ConfigurationSetChange] {
        var changes: [ConfigurationSetChange] = []
        func compare<Options: Encodable>(
            _ field: String, _ found: Options?, _ wanted: Options?,
            _ action: @autoclosure () -> ConfigurationSetChange.Action
        ) throws(SESValueError) {
            let drift = try ConfigurationSetChange.Drift.all(in: field, found: found, wanted: wanted)
            if !drift.isEmpty { changes.append(change(action(), drift)) }
        }
        if let wanted = configurationSet.deliveryOptions {
            try compare(
                "DeliveryOptions", found.deliveryOptions?.compared, wanted.compared, .putDeliveryOptions(wanted))
        }
        if let wanted = configurationSet.reputationOptions {
            let found = found.reputationOptions ?? ReputationOptions(reputationMetricsEnabled: true)
            try compare("ReputationOptions", found.compared, wanted.compared, .putReputationOptions(wanted.compared))
        }
        if let wanted = configurationSet.suppressionOptions {
            try compare(
                "SuppressionOptions", found.suppressionOptions?.compared, wanted.compared,
                .putSuppressionOptions(wanted))
        }
        if let wanted = configurationSet.trackingOptions {
            try compare(
                "TrackingOptions", found.trackingOptions?.compared, wanted.compared, .putTrackingOptions(wanted))
        }
        if let wanted = configurationSet.vdmOptions {
            try compare("VdmOptions", found.vdmOptions?.compared, wanted.compared, .putVdmOptions(wanted.compared))
        }
        if let wanted = configurationSet.archivingOptions {
            try compare(
                "ArchivingOptions", found.archivingOptions?.compared, wanted.compared, .putArchivingOptions(wanted))
        }
        if let wanted = configurationSet.messageSecurityOptions {
            try compare(
                "MessageSecurityOptions", found.messageSecurityOptions?.compared, wanted.compared,
                .updateMessageSecurityOptions(
                    MessageSecurityOptions(signingScheme: wanted.compared?.signingScheme ?? .default)))
        }
        return changes
    }

    private func tagChanges(_ found: ConfigurationSet) throws(SESValueError) -> [ConfigurationSetChange] {
        let found = Dictionary((found.tags ?? []).map { ($0.key, $0.value) }) { first, _ in first }
        var changed: [ResourceTag] = []
        var drift: [ConfigurationSetChange.Drift] = []
        for tag in configurationSet.tags ?? [] where found[tag.key] != tag.value {
            changed.append(tag)
            drift += try ConfigurationSetChange.Drift.all(
                in: FieldPath("Tags").member(tag.key).description, found: found[tag.key], wanted: tag.value)
        }
        return changed.isEmpty ? [] : [change(.tag(changed), drift)]
    }

    private func destinationChanges(_ found: [EventDestination]) throws(SESValueError) -> [ConfigurationSetChange] {
        let existing = Dictionary(found.map { ($0.name, $0) }) { first, _ in first }
        var creations: [ConfigurationSetChange] = []
        var updates: [ConfigurationSetChange] = []
        for wanted in eventDestinations {
            guard let found = existing[wanted.name] else {
                creations.append(change(.createEventDestination(wanted)))
                continue
            }
            let drift = try ConfigurationSetChange.Drift.all(
                in: "EventDestinations.\(wanted.name)", found: found.definition.compared,
                wanted: wanted.definition.compared)
            if !drift.isEmpty { updates.append(change(.updateEventDestination(wanted), drift)) }
        }
        let deletions = ownsAllEventDestinations ? unnamed(found).map { change(.deleteEventDestination($0)) } : []
        // Events get lost in between, which can't be helped where there is no room.
        return found.count + creations.count <= Self.maximumEventDestinations
            ? creations + updates + deletions : deletions + creations + updates
    }
}

extension ConfigurationSetChange.Drift {
    /// The members in which two values differ, in the order of their names.
    fileprivate static func all<Value: Encodable>(
        in field: String, found: Value?, wanted: Value?
    ) throws(SESValueError) -> [Self] {
        var drifts: [Self] = []
        differ(
            FieldPath(field), try found.map { value throws(SESValueError) in try JSONValue(encoding: value) },
            try wanted.map { value throws(SESValueError) in try JSONValue(encoding: value) }, &drifts)
        return drifts
    }

    private static func differ(_ path: FieldPath, _ found: JSONValue?, _ wanted: JSONValue?, _ drifts: inout [Self]) {
        guard found != wanted else { return }
        let members = (found: found?.members, wanted: wanted?.members)
        // An object of nothing is a value itself.
        let names = Set((members.found ?? [:]).keys).union((members.wanted ?? [:]).keys)
        guard members.found != nil || found == nil, members.wanted != nil || wanted == nil, !names.isEmpty else {
            drifts.append(Self(field: path.description, found: found?.shown, wanted: wanted?.shown))
            return
        }
        for name in names.sorted() {
            differ(path.member(name), members.found?[name], members.wanted?[name], &drifts)
        }
    }
}

extension JSONValue {
    fileprivate var members: [String: JSONValue]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The JSON text on one line, members in the order of their names.
    fileprivate var shown: String {
        switch self {
        case .object(let members):
            "{" + members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value.shown)" }.joined(separator: ",")
                + "}"
        case .array(let elements): "[" + elements.map(\.shown).joined(separator: ",") + "]"
        case .string(let text): "\"\(text)\""
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .bool(let value): String(value)
        case .null: "null"
        }
    }
}
