import SESClient
import SESCore
import SESTesting

extension Campaign {
    /// Sends what, with a fitting model, leads to all ten types of events.
    func sendEverything() async throws {
        var email = Campaign.email(
            to: ["Jane <jane@example.org>", "bounce@simulator.amazonses.com", "complaint@simulator.amazonses.com"],
            html: #"<a ses:tags="adPlace:top" href="https://example.com/may">May</a>"#, tags: ["campaign": "may"])
        email.listManagementOptions = ListManagementOptions(contactListName: "news", topicName: "offers")
        try await send(email)
        try await send(
            Email(
                from: "shop@example.com", to: ["joe@example.org"], subject: "s", text: "t",
                attachments: [EmailAttachment(rawContent: MailboxSimulatorTests.eicar, fileName: "a.txt")]))
        try await sendUnrenderable()
    }

    /// Sends a template whose data lacks a variable.
    @discardableResult
    func sendUnrenderable() async throws -> String {
        await simulator.addTemplate(
            SimulatedTemplate(name: "hello", content: EmailTemplateContent(subject: "Hi {{name}}", text: "t")))
        return try await send(
            Email(
                from: "shop@example.com", to: ["jane@example.org"],
                content: .template(TemplateReference(templateName: "hello", templateData: "{}"))))
    }
}

extension SESEvent {
    /// The time its payload gives; nil for the types whose payload has none.
    var ownTimestamp: EventTimestamp? {
        switch kind {
        case .delivery(let delivery): delivery.timestamp
        case .bounce(let bounce): bounce.timestamp
        case .complaint(let complaint): complaint.timestamp
        case .open(let open): open.timestamp
        case .click(let click): click.timestamp
        case .deliveryDelay(let delay): delay.timestamp
        case .subscription(let subscription): subscription.timestamp
        default: nil
        }
    }
}
