public import SESValues

extension SESv2Client {
    /// Adds an event destination to a configuration set.
    ///
    /// - Parameters:
    ///   - destination: The destination; its name is unique in the set, and a set has at most ten.
    ///   - name: The set's name.
    /// - Throws: ``SESv2Error``, `alreadyExists` if the set has one of that name.
    @export(implementation) public func createConfigurationSetEventDestination(
        _ destination: EventDestination, in name: ConfigurationSetName
    ) async throws {
        try await execute(
            CreateConfigurationSetEventDestination(
                configurationSetName: name, eventDestinationName: destination.name,
                eventDestination: destination.definition))
    }

    /// Replaces the event destination of the same name; what the new one leaves out is cleared.
    ///
    /// - Parameters:
    ///   - destination: The destination as it is to be.
    ///   - name: The set's name.
    /// - Throws: ``SESv2Error``, `notFound` if the set has none of that name.
    @export(implementation) public func updateConfigurationSetEventDestination(
        _ destination: EventDestination, in name: ConfigurationSetName
    ) async throws {
        try await execute(
            UpdateConfigurationSetEventDestination(
                configurationSetName: name, eventDestinationName: destination.name,
                eventDestination: destination.definition))
    }

    /// Removes an event destination from a configuration set.
    ///
    /// - Parameters:
    ///   - destinationName: The destination's name.
    ///   - name: The set's name.
    /// - Throws: ``SESv2Error``, `notFound` if the set has none of that name.
    @export(implementation) public func deleteConfigurationSetEventDestination(
        _ destinationName: EventDestinationName, in name: ConfigurationSetName
    ) async throws {
        try await execute(
            DeleteConfigurationSetEventDestination(configurationSetName: name, eventDestinationName: destinationName))
    }

    /// The event destinations of a configuration set.
    ///
    /// - Parameter name: The set's name.
    /// - Throws: ``SESv2Error``, `notFound` if there is no such set.
    @export(implementation) public func getConfigurationSetEventDestinations(
        of name: ConfigurationSetName
    ) async throws -> [EventDestination] {
        try await execute(GetConfigurationSetEventDestinations(configurationSetName: name)).eventDestinations ?? []
    }
}
