import SESClient

extension Route {
    /// Every operation the simulator answers.
    static let all: [Route] = configurationSets + account

    private static let configurationSets: [Route] = [
        Route(CreateConfigurationSet.self) { try $0.createConfigurationSet($1) },
        Route(GetConfigurationSet.self) { try $0.getConfigurationSet($1) },
        Route(ListConfigurationSets.self) { try $0.listConfigurationSets($1) },
        Route(DeleteConfigurationSet.self) { try $0.deleteConfigurationSet($1) },
        Route(UpdateConfigurationSet.self) { try $0.updateConfigurationSet($1) },
        Route(PutConfigurationSetArchivingOptions.self) { try $0.putArchivingOptions($1) },
        Route(PutConfigurationSetDeliveryOptions.self) { try $0.putDeliveryOptions($1) },
        Route(PutConfigurationSetReputationOptions.self) { try $0.putReputationOptions($1) },
        Route(PutConfigurationSetSendingOptions.self) { try $0.putSendingOptions($1) },
        Route(PutConfigurationSetSuppressionOptions.self) { try $0.putSuppressionOptions($1) },
        Route(PutConfigurationSetTrackingOptions.self) { try $0.putTrackingOptions($1) },
        Route(PutConfigurationSetVdmOptions.self) { try $0.putVdmOptions($1) },
        Route(CreateConfigurationSetEventDestination.self) { try $0.createEventDestination($1) },
        Route(UpdateConfigurationSetEventDestination.self) { try $0.updateEventDestination($1) },
        Route(DeleteConfigurationSetEventDestination.self) { try $0.deleteEventDestination($1) },
        Route(GetConfigurationSetEventDestinations.self) { try $0.getEventDestinations($1) },
        Route(SendEmail.self) { try $0.sendEmail($1) },
        Route(SendBulkEmail.self) { try $0.sendBulkEmail($1) },
        Route(SendCustomVerificationEmail.self) { try $0.sendCustomVerificationEmail($1) },
    ]

    private static let account: [Route] = [
        Route(GetAccount.self) { simulator, _ in simulator.getAccount() },
        Route(PutAccountDetails.self) { try $0.putAccountDetails($1) },
        Route(PutAccountDedicatedIpWarmupAttributes.self) { $0.putAccountWarmupAttributes($1) },
        Route(PutAccountPricingAttributes.self) { try $0.putAccountPricingAttributes($1) },
        Route(PutAccountSendingAttributes.self) { $0.putAccountSendingAttributes($1) },
        Route(PutAccountSuppressionAttributes.self) { try $0.putAccountSuppressionAttributes($1) },
        Route(PutAccountVdmAttributes.self) { try $0.putAccountVdmAttributes($1) },
    ]
}
