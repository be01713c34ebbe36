import Foundation
import SESCore
import Testing

@Suite("Rules of e-mails")
struct EmailRuleTests {
    static func email(_ change: (inout Email) -> Void = { _ in }) -> Email {
        var email = Email(from: "a@example.com", to: ["b@example.com"], subject: "s", text: "t")
        change(&email)
        return email
    }

    static func addresses(_ count: Int) -> [EmailAddress] {
        (0..<count).map { EmailAddress(rawValue: "r\($0)@example.com") }
    }

    @Test(
        "a legal e-mail passes, at the edges too",
        arguments: [
            email(), email { $0.content = .simple(subject: "", html: "<p>ü\n") },
            Email(content: .raw(Data("Subject: x\r\n\r\n".utf8))),
            email { $0.destination = EmailDestination(bccAddresses: addresses(50)) },
            email {
                $0.destination = EmailDestination(
                    toAddresses: addresses(20), ccAddresses: addresses(20), bccAddresses: addresses(10))
            },
            email { $0.endpointID = "abc.def" }, email { $0.tenantName = "t" },
            email { $0.content = .template(TemplateReference(templateName: "n")) },
            email {
                $0.content = .template(TemplateReference(templateARN: "arn:aws:ses:eu-west-1:123456789012:template/t"))
            },
            email { $0.tags = [MessageTag("n", "1"), MessageTag("n", "2")] },
            email { $0.listManagementOptions = ListManagementOptions(contactListName: "l") },
        ])
    func legal(email: Email) throws {
        try email.validate()
    }

    static let recipients = "must hold at most 50 recipients, To, Cc and Bcc together"
    static let kinds = "must hold exactly one of Simple, Raw and Template"
    static let oneLine = "cannot contain line breaks or other control characters"

    @Test(
        "a broken rule is named, and nothing of the message is shown",
        arguments: [
            BrokenRule(
                email { $0.from = nil }, "FromEmailAddress", "must be present unless the content is raw"),
            BrokenRule(
                email {
                    $0.from = nil
                    $0.content = .template(TemplateReference(templateName: "n"))
                }, "FromEmailAddress", "must be present unless the content is raw"),
            BrokenRule(email { $0.from = "a" }, "FromEmailAddress", "must have the form local@domain"),
            BrokenRule(email { $0.destination = .init() }, "Destination", "must hold at least one recipient"),
            BrokenRule(
                email { $0.destination = EmailDestination(toAddresses: []) }, "Destination",
                "must hold at least one recipient"),
            BrokenRule(
                email { $0.destination.ccAddresses = ["c@example.com", "d@"] }, "Destination.CcAddresses[1]",
                "cannot have an empty domain"),
            BrokenRule(
                email { $0.destination.bccAddresses = ["@example.com"] }, "Destination.BccAddresses[0]",
                "cannot have an empty local part"),
            BrokenRule(
                email { $0.destination = EmailDestination(toAddresses: addresses(51)) }, "Destination", recipients,
                shows: "51"),
            BrokenRule(
                email {
                    $0.destination = EmailDestination(
                        toAddresses: addresses(20), ccAddresses: addresses(20), bccAddresses: addresses(11))
                }, "Destination", recipients, shows: "51"),
            BrokenRule(
                email { $0.replyToAddresses = ["a@b\r\nX: y"] }, "ReplyToAddresses[0]",
                "cannot contain a control character (at offset 3)"),
            BrokenRule(
                email { $0.feedbackForwardingEmailAddress = "" }, "FeedbackForwardingEmailAddress", "cannot be empty"),
            BrokenRule(
                email { $0.fromEmailAddressIdentityARN = "" }, "FromEmailAddressIdentityArn", "cannot be empty",
                shows: ""),
            BrokenRule(
                email { $0.feedbackForwardingEmailAddressIdentityARN = "x" },
                "FeedbackForwardingEmailAddressIdentityArn",
                "must have the form arn:partition:service:region:account:resource", shows: "x"),
            BrokenRule(email { $0.content = EmailContent() }, "Content", kinds, shows: "none"),
            BrokenRule(
                email { $0.content.raw = RawMessage(data: Data("x".utf8)) }, "Content", kinds, shows: "Simple, Raw"),
            BrokenRule(email { $0.content = .raw(Data()) }, "Content.Raw.Data", "cannot be empty"),
            BrokenRule(
                email { $0.content = .simple(subject: "s") }, "Content.Simple.Body", "must hold Text, Html or both"),
            BrokenRule(
                email { $0.content = .simple(subject: "a\r\nBcc: x", text: "t") }, "Content.Simple.Subject.Data",
                oneLine),
            BrokenRule(
                email { $0.content = .simple(subject: "a\n", text: "t") }, "Content.Simple.Subject.Data", oneLine),
            BrokenRule(
                email { $0.tags = [MessageTag("n", "v"), MessageTag("", "v")] }, "EmailTags[1].Name",
                "cannot be empty", shows: ""),
            BrokenRule(email { $0.tenantName = "" }, "TenantName", "cannot be empty", shows: ""),
            BrokenRule(email { $0.endpointID = "a/b" }, "EndpointId", "must be a valid host label", shows: "a/b"),
            BrokenRule(email { $0.endpointID = "" }, "EndpointId", "must be a valid host label", shows: ""),
            BrokenRule(
                email { $0.listManagementOptions = ListManagementOptions(contactListName: "") },
                "ListManagementOptions.ContactListName", "cannot be empty", shows: ""),
        ])
    func illegal(rule: BrokenRule) {
        rule.expectBroken()
    }

    @Test("a message of 40 MB passes and one byte more does not")
    func size() throws {
        let limit = 40 * 1024 * 1024
        try Email(content: .raw(Data(count: limit))).validate()
        BrokenRule(
            Email(content: .raw(Data(count: limit + 1))), "Content.Raw.Data",
            "must be at most 40 MB with its attachments in base64", shows: "\(limit + 1) bytes"
        ).expectBroken()
        // Three bytes of a file are four of base64; the subject is one byte, the body one.
        let file = EmailAttachment(rawContent: Data(count: limit / 4 * 3), fileName: "a.bin")
        BrokenRule(
            EmailContent.simple(subject: "s", text: "t", attachments: [file]), "Simple",
            "must be at most 40 MB with its attachments in base64", shows: "\(limit + 2) bytes"
        ).expectBroken()
    }
}
