public import SESValues

extension SESv2Client {
    /// Creates a configuration set.
    ///
    /// - Parameter configurationSet: The set, with its option groups and tags.
    /// - Throws: ``SESv2Error``, `alreadyExists` if there is one of that name.
    @export(implementation) public func createConfigurationSet(_ configurationSet: ConfigurationSet) async throws {
        try await execute(CreateConfigurationSet(configurationSet))
    }

    /// Reads a configuration set.
    ///
    /// - Parameter name: The set's name.
    /// - Throws: ``SESv2Error``, `notFound` if there is none of that name.
    @export(implementation) public func getConfigurationSet(_ name: ConfigurationSetName) async throws
        -> ConfigurationSet
    {
        try await execute(GetConfigurationSet(configurationSetName: name))
    }

    /// The names of the account's configuration sets in this region, page by page as they are read.
    ///
    /// - Parameters:
    ///   - text: Lists only names that contain this.
    ///   - pageSize: How many names one request brings, 1 to 1000; 50 by default.
    @export(implementation) public func listConfigurationSets(
        nameContaining text: String? = nil, pageSize: Int? = nil
    ) -> PagedSequence<ListConfigurationSets> {
        list(ListConfigurationSets(filter: text.map { [.configurationSetNameContains: $0] }, pageSize: pageSize))
    }

    /// Deletes a configuration set with its event destinations.
    ///
    /// - Parameter name: The set's name.
    /// - Throws: ``SESv2Error``, `notFound` if there is none of that name.
    @export(implementation) public func deleteConfigurationSet(_ name: ConfigurationSetName) async throws {
        try await execute(DeleteConfigurationSet(configurationSetName: name))
    }

    /// Changes a configuration set's message security.
    ///
    /// - Parameters:
    ///   - name: The set's name.
    ///   - messageSecurityOptions: How messages are signed.
    @export(implementation) public func updateConfigurationSet(
        _ name: ConfigurationSetName, messageSecurityOptions: MessageSecurityOptions
    ) async throws {
        try await execute(
            UpdateConfigurationSet(configurationSetName: name, messageSecurityOptions: messageSecurityOptions))
    }

    /// Replaces a set's archiving options.
    ///
    /// - Parameters:
    ///   - name: The set's name.
    ///   - options: The new options; empty ones end archiving.
    @export(implementation) public func putConfigurationSetArchivingOptions(
        _ name: ConfigurationSetName, _ options: ArchivingOptions
    ) async throws {
        try await execute(PutConfigurationSetArchivingOptions(configurationSetName: name, options: options))
    }

    /// Replaces a set's delivery options.
    ///
    /// - Parameters:
    ///   - name: The set's name.
    ///   - options: The new options; what they leave out is cleared.
    @export(implementation) public func putConfigurationSetDeliveryOptions(
        _ name: ConfigurationSetName, _ options: DeliveryOptions
    ) async throws {
        try await execute(PutConfigurationSetDeliveryOptions(configurationSetName: name, options: options))
    }

    /// Switches a set's reputation metrics on or off.
    ///
    /// - Parameters:
    ///   - name: The set's name.
    ///   - options: The new options.
    @export(implementation) public func putConfigurationSetReputationOptions(
        _ name: ConfigurationSetName, _ options: ReputationOptions
    ) async throws {
        try await execute(PutConfigurationSetReputationOptions(configurationSetName: name, options: options))
    }

    /// Pauses or resumes sending with a set.
    ///
    /// - Parameters:
    ///   - name: The set's name.
    ///   - options: The new options.
    @export(implementation) public func putConfigurationSetSendingOptions(
        _ name: ConfigurationSetName, _ options: SendingOptions
    ) async throws {
        try await execute(PutConfigurationSetSendingOptions(configurationSetName: name, options: options))
    }

    /// Replaces a set's override of the account's suppression list.
    ///
    /// - Parameters:
    ///   - name: The set's name.
    ///   - options: The new options; reasons left out mean that nothing is suppressed for this set.
    @export(implementation) public func putConfigurationSetSuppressionOptions(
        _ name: ConfigurationSetName, _ options: SuppressionOptions
    ) async throws {
        try await execute(PutConfigurationSetSuppressionOptions(configurationSetName: name, options: options))
    }

    /// Replaces a set's tracking domain and its HTTPS policy.
    ///
    /// - Parameters:
    ///   - name: The set's name.
    ///   - options: The new options; empty ones remove the domain.
    @export(implementation) public func putConfigurationSetTrackingOptions(
        _ name: ConfigurationSetName, _ options: TrackingOptions
    ) async throws {
        try await execute(PutConfigurationSetTrackingOptions(configurationSetName: name, options: options))
    }

    /// Replaces a set's Virtual Deliverability Manager options.
    ///
    /// - Parameters:
    ///   - name: The set's name.
    ///   - options: The new options; nil removes the set's own.
    @export(implementation) public func putConfigurationSetVdmOptions(
        _ name: ConfigurationSetName, _ options: VdmOptions?
    ) async throws {
        try await execute(PutConfigurationSetVdmOptions(configurationSetName: name, vdmOptions: options))
    }
}
