import SESClient
import SESCore

extension SESSimulator {
    func createEventDestination(_ input: CreateConfigurationSetEventDestination) throws -> EmptyOutput {
        var set = try stored(input.configurationSetName)
        let name = input.eventDestinationName
        try ServiceRules.checkName(name)
        try ServiceRules.check(input.eventDestination)
        guard !set.destinations.contains(where: { $0.name == name }) else {
            throw ServiceRefusal.alreadyExists(
                "An event destination with name <\(name)> already exists in configuration set "
                    + "<\(input.configurationSetName)>.")
        }
        guard set.destinations.count < ServiceState.maximumDestinations else {
            throw ServiceRefusal.limitExceeded(
                "Configuration set <\(input.configurationSetName)> has reached the limit of "
                    + "\(ServiceState.maximumDestinations) event destinations.")
        }
        let destination = EventDestination(name, definition: input.eventDestination.complete)
        set.destinations.append(destination)
        state.sets[input.configurationSetName.rawValue] = set
        announce(destination, in: input.configurationSetName)
        return EmptyOutput()
    }

    func updateEventDestination(_ input: UpdateConfigurationSetEventDestination) throws -> EmptyOutput {
        var set = try stored(input.configurationSetName)
        let index = try position(of: input.eventDestinationName, in: set)
        try ServiceRules.check(input.eventDestination)
        let old = set.destinations[index]
        let new = EventDestination(input.eventDestinationName, definition: input.eventDestination.complete)
        set.destinations[index] = new
        state.sets[input.configurationSetName.rawValue] = set
        if new.snsDestination != old.snsDestination { announce(new, in: input.configurationSetName) }
        return EmptyOutput()
    }

    func deleteEventDestination(_ input: DeleteConfigurationSetEventDestination) throws -> EmptyOutput {
        var set = try stored(input.configurationSetName)
        set.destinations.remove(at: try position(of: input.eventDestinationName, in: set))
        state.sets[input.configurationSetName.rawValue] = set
        return EmptyOutput()
    }

    func getEventDestinations(
        _ input: GetConfigurationSetEventDestinations
    ) throws -> GetConfigurationSetEventDestinations.Output {
        GetConfigurationSetEventDestinations.Output(
            eventDestinations: try stored(input.configurationSetName).destinations)
    }

    private func position(of name: EventDestinationName, in set: StoredConfigurationSet) throws -> Int {
        guard let index = set.destinations.firstIndex(where: { $0.name == name }) else {
            throw ServiceRefusal.notFound(
                "Event destination <\(name)> does not exist in configuration set <\(set.configuration.name)>.")
        }
        return index
    }
}

extension EventDestinationDefinition {
    /// The definition as the service stores it: a switch that was left out is off, and is said so in answers.
    fileprivate var complete: EventDestinationDefinition {
        var definition = self
        definition.enabled = enabled
        return definition
    }
}
