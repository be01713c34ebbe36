import SESCore

/// The sets, destinations and mails of the practical case: a campaign beside transactional mail.
enum PracticalCase {
    static let campaign: ConfigurationSetName = "promo-may2025"
    static let transactional: ConfigurationSetName = "transactional"

    static let sets = [
        ConfigurationSet(
            campaign, deliveryOptions: DeliveryOptions(tlsPolicy: .require),
            reputationOptions: ReputationOptions(reputationMetricsEnabled: true),
            tags: [ResourceTag(key: "team", value: "marketing")],
            suppressionOptions: SuppressionOptions(suppressedReasons: [.bounce, .complaint])),
        ConfigurationSet(
            transactional, deliveryOptions: DeliveryOptions(tlsPolicy: .require, maxDeliverySeconds: 3600)),
    ]

    static let campaignDestinations = [
        EventDestination(
            "campaign-events", matching: .all, to: .sns(topicARN: "arn:aws:sns:eu-west-1:123456789012:promo")),
        EventDestination(
            "campaign-metrics", matching: .all,
            to: .cloudWatch([
                CloudWatchDimensionConfiguration(
                    dimensionName: "campaign", dimensionValueSource: .messageTag, defaultDimensionValue: "none")
            ])),
    ]

    static let transactionalDestinations = [
        EventDestination(
            "archive", matching: .all,
            to: .kinesisFirehose(
                iamRoleARN: "arn:aws:iam::123456789012:role/ses-firehose",
                deliveryStreamARN: "arn:aws:firehose:eu-west-1:123456789012:deliverystream/ses-events")),
        EventDestination(
            "bus", matching: [.bounce, .complaint, .reject],
            to: .eventBridge(eventBusARN: "arn:aws:events:eu-west-1:123456789012:event-bus/default")),
        EventDestination(
            "journeys", matching: [.send, .delivery, .bounce],
            to: .pinpoint(applicationARN: "arn:aws:mobiletargeting:eu-west-1:123456789012:apps/shop")),
    ]

    static let template = EmailTemplateContent(
        subject: "{{name}}, May sale", text: "Hello {{name}}, everything is cheaper in May.",
        html: "<p>Hello {{name}}, <a href=\"https://shop.example.com/may\">everything</a> is cheaper in May.</p>")

    /// A campaign mail to one customer.
    static func promo(to customer: EmailAddress, name: String) -> Email {
        var email = Email(
            to: [customer], subject: "\(name), May sale", text: "Hello \(name), everything is cheaper in May.",
            html: "<p>Hello \(name), <a href=\"https://shop.example.com/may\" ses:tags=\"place:top\">everything</a> is "
                + "cheaper in May. <a href=\"https://shop.example.com/shoes\">Shoes</a> too.</p>")
        email.listManagementOptions = ListManagementOptions(contactListName: "customers", topicName: "offers")
        return email
    }

    /// A receipt for one order.
    static func receipt(to customer: EmailAddress, order: Int) -> Email {
        Email(
            to: [customer], subject: "Your receipt for order \(order)",
            text: "Thank you. Order \(order) is on its way.",
            tags: ["order": String(order)])
    }
}
