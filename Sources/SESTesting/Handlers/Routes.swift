import SESClient

extension Route {
    /// Every operation the simulator answers.
    static let all: [Route] =
        configurationSets + account + templates + identities + tags + suppression + contacts
        + dedicatedIPs + tenants + multiRegionEndpoints + reputation + insights

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

    private static let templates: [Route] = [
        Route(CreateEmailTemplate.self) { try $0.createEmailTemplate($1) },
        Route(GetEmailTemplate.self) { try $0.getEmailTemplate($1) },
        Route(UpdateEmailTemplate.self) { try $0.updateEmailTemplate($1) },
        Route(DeleteEmailTemplate.self) { try $0.deleteEmailTemplate($1) },
        Route(ListEmailTemplates.self) { try $0.listEmailTemplates($1) },
        Route(TestRenderEmailTemplate.self) { try $0.testRenderEmailTemplate($1) },
        Route(CreateCustomVerificationEmailTemplate.self) { try $0.createCustomVerificationTemplate($1) },
        Route(GetCustomVerificationEmailTemplate.self) { try $0.getCustomVerificationTemplate($1) },
        Route(UpdateCustomVerificationEmailTemplate.self) { try $0.updateCustomVerificationTemplate($1) },
        Route(DeleteCustomVerificationEmailTemplate.self) { try $0.deleteCustomVerificationTemplate($1) },
        Route(ListCustomVerificationEmailTemplates.self) { try $0.listCustomVerificationTemplates($1) },
    ]

    private static let identities: [Route] = [
        Route(CreateEmailIdentity.self) { try $0.createEmailIdentity($1) },
        Route(GetEmailIdentity.self) { try $0.getEmailIdentity($1) },
        Route(DeleteEmailIdentity.self) { try $0.deleteEmailIdentity($1) },
        Route(ListEmailIdentities.self) { try $0.listEmailIdentities($1) },
        Route(CreateEmailIdentityPolicy.self) { try $0.createIdentityPolicy($1) },
        Route(GetEmailIdentityPolicies.self) { try $0.getIdentityPolicies($1) },
        Route(UpdateEmailIdentityPolicy.self) { try $0.updateIdentityPolicy($1) },
        Route(DeleteEmailIdentityPolicy.self) { try $0.deleteIdentityPolicy($1) },
        Route(PutEmailIdentityConfigurationSetAttributes.self) { try $0.putIdentityConfigurationSet($1) },
        Route(PutEmailIdentityDkimAttributes.self) { try $0.putIdentityDkim($1) },
        Route(PutEmailIdentityDkimSigningAttributes.self) { try $0.putIdentityDkimSigning($1) },
        Route(PutEmailIdentityFeedbackAttributes.self) { try $0.putIdentityFeedback($1) },
        Route(PutEmailIdentityMailFromAttributes.self) { try $0.putIdentityMailFrom($1) },
        Route(AssociateEmailIdentityCertificate.self) { try $0.associateCertificate($1) },
        Route(DisassociateEmailIdentityCertificate.self) { try $0.disassociateCertificate($1) },
        Route(ListEmailIdentityCertificates.self) { try $0.listCertificates($1) },
    ]

    private static let suppression: [Route] = [
        Route(PutSuppressedDestination.self) { try $0.putSuppressedDestination($1) },
        Route(GetSuppressedDestination.self) { try $0.getSuppressedDestination($1) },
        Route(DeleteSuppressedDestination.self) { try $0.deleteSuppressedDestination($1) },
        Route(ListSuppressedDestinations.self) { try $0.listSuppressedDestinations($1) },
    ]

    private static let contacts: [Route] = [
        Route(CreateContactList.self) { try $0.createContactList($1) },
        Route(GetContactList.self) { try $0.getContactList($1) },
        Route(UpdateContactList.self) { try $0.updateContactList($1) },
        Route(DeleteContactList.self) { try $0.deleteContactList($1) },
        Route(ListContactLists.self) { try $0.listContactLists($1) },
        Route(CreateContact.self) { try $0.createContact($1) },
        Route(GetContact.self) { try $0.getContact($1) },
        Route(UpdateContact.self) { try $0.updateContact($1) },
        Route(DeleteContact.self) { try $0.deleteContact($1) },
        Route(ListContacts.self) { try $0.listContacts($1) },
    ]

    private static let dedicatedIPs: [Route] = [
        Route(CreateDedicatedIpPool.self) { try $0.createDedicatedIPPool($1) },
        Route(GetDedicatedIpPool.self) { try $0.getDedicatedIPPool($1) },
        Route(ListDedicatedIpPools.self) { try $0.listDedicatedIPPools($1) },
        Route(DeleteDedicatedIpPool.self) { try $0.deleteDedicatedIPPool($1) },
        Route(PutDedicatedIpPoolScalingAttributes.self) { try $0.putDedicatedIPPoolScaling($1) },
        Route(GetDedicatedIp.self) { try $0.getDedicatedIP($1) },
        Route(GetDedicatedIps.self) { try $0.getDedicatedIPs($1) },
        Route(PutDedicatedIpInPool.self) { try $0.putDedicatedIPInPool($1) },
        Route(PutDedicatedIpWarmupAttributes.self) { try $0.putDedicatedIPWarmup($1) },
    ]

    private static let tenants: [Route] = [
        Route(CreateTenant.self) { try $0.createTenant($1) },
        Route(GetTenant.self) { try $0.getTenant($1) },
        Route(DeleteTenant.self) { try $0.deleteTenant($1) },
        Route(ListTenants.self) { try $0.listTenants($1) },
        Route(PutTenantSuppressionAttributes.self) { try $0.putTenantSuppression($1) },
        Route(CreateTenantResourceAssociation.self) { try $0.createTenantResource($1) },
        Route(DeleteTenantResourceAssociation.self) { try $0.deleteTenantResource($1) },
        Route(ListTenantResources.self) { try $0.listTenantResources($1) },
        Route(ListResourceTenants.self) { try $0.listResourceTenants($1) },
    ]

    private static let multiRegionEndpoints: [Route] = [
        Route(CreateMultiRegionEndpoint.self) { try $0.createMultiRegionEndpoint($1) },
        Route(GetMultiRegionEndpoint.self) { try $0.getMultiRegionEndpoint($1) },
        Route(ListMultiRegionEndpoints.self) { try $0.listMultiRegionEndpoints($1) },
        Route(DeleteMultiRegionEndpoint.self) { try $0.deleteMultiRegionEndpoint($1) },
    ]

    private static let reputation: [Route] = [
        Route(GetReputationEntity.self) { try $0.getReputationEntity($1) },
        Route(ListReputationEntities.self) { try $0.listReputationEntities($1) },
        Route(UpdateReputationEntityCustomerManagedStatus.self) { try $0.updateReputationStatus($1) },
        Route(UpdateReputationEntityPolicy.self) { try $0.updateReputationPolicy($1) },
    ]

    private static let tags: [Route] = [
        Route(TagResource.self) { try $0.tagResource($1) },
        Route(UntagResource.self) { try $0.untagResource($1) },
        Route(ListTagsForResource.self) { try $0.listTagsForResource($1) },
    ]

    private static let insights: [Route] = [
        Route(BatchGetMetricData.self) { try $0.batchGetMetricData($1) },
        Route(GetMessageInsights.self) { try $0.getMessageInsights($1) },
    ]
}
