/// The operations this library ships.
package enum ShippedOperations {
    package static let all: [any SESOperation.Type] = [
        configurationSets,
        contactLists,
        suppressedDestinations,
        dedicatedIps,
        tenants,
        reputation,
        multiRegionEndpoints,
        emailIdentities,
        resourceTags,
        account,
        emailTemplates,
        customVerificationEmailTemplates,
        insights,
        jobs,
        deliverability,
    ].flatMap { $0 }

    private static let configurationSets: [any SESOperation.Type] = [
        CreateConfigurationSet.self, GetConfigurationSet.self, ListConfigurationSets.self, DeleteConfigurationSet.self,
        UpdateConfigurationSet.self, PutConfigurationSetArchivingOptions.self, PutConfigurationSetDeliveryOptions.self,
        PutConfigurationSetReputationOptions.self, PutConfigurationSetSendingOptions.self,
        PutConfigurationSetSuppressionOptions.self, PutConfigurationSetTrackingOptions.self,
        PutConfigurationSetVdmOptions.self, CreateConfigurationSetEventDestination.self,
        UpdateConfigurationSetEventDestination.self, DeleteConfigurationSetEventDestination.self,
        GetConfigurationSetEventDestinations.self, SendEmail.self, SendBulkEmail.self, SendCustomVerificationEmail.self,
        GetAccount.self,
    ]

    private static let contactLists: [any SESOperation.Type] = [
        CreateContactList.self, GetContactList.self, ListContactLists.self, UpdateContactList.self,
        DeleteContactList.self, CreateContact.self, GetContact.self, ListContacts.self, UpdateContact.self,
        DeleteContact.self,
    ]

    private static let suppressedDestinations: [any SESOperation.Type] = [
        PutSuppressedDestination.self, GetSuppressedDestination.self, DeleteSuppressedDestination.self,
        ListSuppressedDestinations.self,
    ]

    private static let dedicatedIps: [any SESOperation.Type] = [
        CreateDedicatedIpPool.self, GetDedicatedIpPool.self, ListDedicatedIpPools.self, DeleteDedicatedIpPool.self,
        PutDedicatedIpPoolScalingAttributes.self, GetDedicatedIp.self, GetDedicatedIps.self, PutDedicatedIpInPool.self,
        PutDedicatedIpWarmupAttributes.self,
    ]

    private static let tenants: [any SESOperation.Type] = [
        CreateTenant.self, GetTenant.self, DeleteTenant.self, ListTenants.self, CreateTenantResourceAssociation.self,
        DeleteTenantResourceAssociation.self, ListTenantResources.self, ListResourceTenants.self,
        PutTenantSuppressionAttributes.self,
    ]

    private static let reputation: [any SESOperation.Type] = [
        GetReputationEntity.self, ListReputationEntities.self, UpdateReputationEntityCustomerManagedStatus.self,
        UpdateReputationEntityPolicy.self,
    ]

    private static let multiRegionEndpoints: [any SESOperation.Type] = [
        CreateMultiRegionEndpoint.self, GetMultiRegionEndpoint.self, ListMultiRegionEndpoints.self,
        DeleteMultiRegionEndpoint.self,
    ]

    private static let emailIdentities: [any SESOperation.Type] = [
        CreateEmailIdentity.self, GetEmailIdentity.self, DeleteEmailIdentity.self, ListEmailIdentities.self,
        CreateEmailIdentityPolicy.self, GetEmailIdentityPolicies.self, UpdateEmailIdentityPolicy.self,
        DeleteEmailIdentityPolicy.self, PutEmailIdentityConfigurationSetAttributes.self,
        PutEmailIdentityDkimAttributes.self, PutEmailIdentityDkimSigningAttributes.self,
        PutEmailIdentityFeedbackAttributes.self, PutEmailIdentityMailFromAttributes.self,
        AssociateEmailIdentityCertificate.self, DisassociateEmailIdentityCertificate.self,
        ListEmailIdentityCertificates.self,
    ]

    private static let resourceTags: [any SESOperation.Type] = [
        TagResource.self, UntagResource.self, ListTagsForResource.self,
    ]

    private static let account: [any SESOperation.Type] = [
        PutAccountDetails.self, PutAccountDedicatedIpWarmupAttributes.self, PutAccountPricingAttributes.self,
        PutAccountSendingAttributes.self, PutAccountSuppressionAttributes.self, PutAccountVdmAttributes.self,
    ]

    private static let emailTemplates: [any SESOperation.Type] = [
        CreateEmailTemplate.self, GetEmailTemplate.self, UpdateEmailTemplate.self, DeleteEmailTemplate.self,
        ListEmailTemplates.self, TestRenderEmailTemplate.self,
    ]

    private static let customVerificationEmailTemplates: [any SESOperation.Type] = [
        CreateCustomVerificationEmailTemplate.self, GetCustomVerificationEmailTemplate.self,
        UpdateCustomVerificationEmailTemplate.self, DeleteCustomVerificationEmailTemplate.self,
        ListCustomVerificationEmailTemplates.self,
    ]

    private static let insights: [any SESOperation.Type] = [
        BatchGetMetricData.self, ListRecommendations.self, GetMessageInsights.self, GetEmailAddressInsights.self,
    ]

    private static let jobs: [any SESOperation.Type] = [
        CreateExportJob.self, GetExportJob.self, ListExportJobs.self, CancelExportJob.self, CreateImportJob.self,
        GetImportJob.self, ListImportJobs.self,
    ]

    private static let deliverability: [any SESOperation.Type] = [
        CreateDeliverabilityTestReport.self, GetDeliverabilityTestReport.self, ListDeliverabilityTestReports.self,
        GetDeliverabilityDashboardOptions.self, PutDeliverabilityDashboardOption.self, GetBlacklistReports.self,
        GetDomainDeliverabilityCampaign.self, ListDomainDeliverabilityCampaigns.self, GetDomainStatisticsReport.self,
    ]
}
