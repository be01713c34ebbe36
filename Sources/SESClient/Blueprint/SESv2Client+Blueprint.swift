public import SESValues

extension SESv2Client {
    /// A configuration set as the account has it, in the form of a blueprint.
    ///
    /// Two requests. It serves to write a blueprint of a set that was made by hand: it owns all event destinations.
    ///
    /// - Parameter name: The set's name.
    /// - Returns: The set with its tags and event destinations; nil if there is none of that name.
    /// - Throws: ``SESv2Error``.
    public func configurationSetBlueprint(
        of name: ConfigurationSetName
    ) async throws -> ConfigurationSetBlueprint? {
        try await found(name, ControlPlanePace(self, isFirst: true))
    }

    /// Compares blueprints with the account; changes nothing.
    ///
    /// Two requests for each blueprint, at the control plane's pace.
    ///
    /// - Parameter blueprints: What the sets are to be; their names must differ.
    /// - Returns: What `apply` would change.
    /// - Throws: ``SESv2Error``, `invalidRequest` before anything is read if a blueprint breaks a rule.
    public func plan(_ blueprints: [ConfigurationSetBlueprint]) async throws -> ConfigurationSetPlan {
        try Self.check(blueprints)
        return try await plan(blueprints, ControlPlanePace(self, isFirst: true))
    }

    /// Makes the changes of a plan, at the control plane's pace of one request a second.
    ///
    /// It may be interrupted anywhere: applying the same plan or a new one finishes the job. What someone else has done
    /// meanwhile is noticed, and the set is compared anew. Throttled requests are made again, up to five times. Nothing is
    /// deleted but event destinations of sets whose blueprints own all of them.
    ///
    /// - Parameters:
    ///   - plan: The changes, from ``plan(_:)``.
    ///   - accountID: The account's 12 digits. Only tags of a set that exists need them, as `TagResource` takes an ARN.
    ///   - willMake: Told of each change before it is made.
    /// - Returns: The changes that were made.
    /// - Throws: ``SESv2Error`` of the change that failed; those after it weren't tried. `invalidRequest` before anything is
    ///   changed if tags are to be changed and there is no `accountID`. `CancellationError` if the task was cancelled.
    @discardableResult
    public func apply(
        _ plan: ConfigurationSetPlan, accountID: String? = nil,
        willMake: (@Sendable (ConfigurationSetChange) -> Void)? = nil
    ) async throws -> [ConfigurationSetChange] {
        try await apply(plan, accountID, willMake, ControlPlanePace(self, isFirst: false))
    }

    /// Brings the account to blueprints: plans and applies.
    ///
    /// - Parameters:
    ///   - blueprints: What the sets are to be; their names must differ.
    ///   - accountID: The account's 12 digits. Only tags of a set that exists need them, as `TagResource` takes an ARN.
    ///   - willMake: Told of each change before it is made.
    /// - Returns: The changes that were made; empty if the account was as the blueprints say.
    /// - Throws: ``SESv2Error``, `invalidRequest` before anything is changed if a blueprint breaks a rule, or if tags of a set
    ///   that exists are to be changed and there is no `accountID`; `CancellationError`.
    @discardableResult
    public func apply(
        _ blueprints: [ConfigurationSetBlueprint], accountID: String? = nil,
        willMake: (@Sendable (ConfigurationSetChange) -> Void)? = nil
    ) async throws -> [ConfigurationSetChange] {
        try Self.check(blueprints)
        let pace = ControlPlanePace(self, isFirst: true)
        return try await apply(plan(blueprints, pace), accountID, willMake, pace)
    }

    private static func check(_ blueprints: [ConfigurationSetBlueprint]) throws(SESv2Error) {
        do {
            try ConfigurationSetPlan.validate(blueprints)
        } catch {
            throw SESv2Error(.invalidRequest, message: error.description)
        }
    }

    private func plan(
        _ blueprints: [ConfigurationSetBlueprint], _ pace: ControlPlanePace
    ) async throws -> ConfigurationSetPlan {
        var found: [ConfigurationSetName: ConfigurationSetBlueprint] = [:]
        for blueprint in blueprints { found[blueprint.name] = try await self.found(blueprint.name, pace) }
        return try ConfigurationSetPlan(blueprints, found: found)
    }

    private func found(
        _ name: ConfigurationSetName, _ pace: ControlPlanePace
    ) async throws -> ConfigurationSetBlueprint? {
        do {
            var set = try await pace.run { try await $0.getConfigurationSet(name) }
            // The service's to say, not a blueprint's.
            set.reputationOptions?.lastFreshStart = nil
            let destinations = try await pace.run { try await $0.getConfigurationSetEventDestinations(of: name) }
            return ConfigurationSetBlueprint(set, eventDestinations: destinations, ownsAllEventDestinations: true)
        } catch let error as SESv2Error where error.code == .notFound {
            return nil
        }
    }
}

extension SESv2Client {
    private func apply(
        _ plan: ConfigurationSetPlan, _ accountID: String?,
        _ willMake: (@Sendable (ConfigurationSetChange) -> Void)?, _ pace: ControlPlanePace
    ) async throws -> [ConfigurationSetChange] {
        for change in plan.changes { _ = try operation(of: change, accountID) }
        var made: [ConfigurationSetChange] = []
        for blueprint in plan.blueprints {
            var changes = plan.changes.filter { $0.configurationSetName == blueprint.name }[...]
            var refused: ConfigurationSetChange?
            while let change = changes.popFirst() {
                willMake?(change)
                do {
                    try await make(change, accountID, pace)
                    made.append(change)
                } catch let error as SESv2Error
                    where change != refused && (error.code == .alreadyExists || error.code == .notFound)
                {
                    // Someone else was here, or an earlier run whose answer was lost.
                    refused = change
                    changes = try blueprint.changes(from: await found(blueprint.name, pace))[...]
                }
            }
        }
        return made
    }

    private func make(
        _ change: ConfigurationSetChange, _ accountID: String?, _ pace: ControlPlanePace
    ) async throws {
        let operation = try operation(of: change, accountID)
        try await pace.run { try await $0.perform(operation) }
    }

    private func perform(_ operation: some SESOperation) async throws { _ = try await execute(operation) }

    private func operation(
        of change: ConfigurationSetChange, _ accountID: String?
    ) throws(SESv2Error) -> any SESOperation {
        let name = change.configurationSetName
        switch change.action {
        case .createConfigurationSet(let set): return CreateConfigurationSet(set)
        case .putTrackingOptions(let options):
            return PutConfigurationSetTrackingOptions(configurationSetName: name, options: options)
        case .putDeliveryOptions(let options):
            return PutConfigurationSetDeliveryOptions(configurationSetName: name, options: options)
        case .putReputationOptions(let options):
            return PutConfigurationSetReputationOptions(configurationSetName: name, options: options)
        case .putSendingOptions(let options):
            return PutConfigurationSetSendingOptions(configurationSetName: name, options: options)
        case .putSuppressionOptions(let options):
            return PutConfigurationSetSuppressionOptions(configurationSetName: name, options: options)
        case .putVdmOptions(let options):
            return PutConfigurationSetVdmOptions(configurationSetName: name, vdmOptions: options)
        case .putArchivingOptions(let options):
            return PutConfigurationSetArchivingOptions(configurationSetName: name, options: options)
        case .updateMessageSecurityOptions(let options):
            return UpdateConfigurationSet(configurationSetName: name, messageSecurityOptions: options)
        case .tag(let tags):
            guard let accountID else {
                throw SESv2Error(
                    .invalidRequest,
                    message: "tags of configuration set \(name) are to be changed, which takes the account's ID: "
                        + "give apply its accountID")
            }
            return TagResource(
                resourceARN: .configurationSet(name, region: region, accountID: accountID), tags: tags)
        case .createEventDestination(let destination):
            return CreateConfigurationSetEventDestination(
                configurationSetName: name, eventDestinationName: destination.name,
                eventDestination: destination.definition)
        case .updateEventDestination(let destination):
            return UpdateConfigurationSetEventDestination(
                configurationSetName: name, eventDestinationName: destination.name,
                eventDestination: destination.definition)
        case .deleteEventDestination(let destination):
            return DeleteConfigurationSetEventDestination(
                configurationSetName: name, eventDestinationName: destination)
        }
    }
}
