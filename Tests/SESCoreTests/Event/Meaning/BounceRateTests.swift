import SESCore
import Testing

@Suite("What counts in the bounce and complaint rates")
struct BounceRateTests {
    typealias Bounce = SESEvent.Bounce
    typealias Complaint = SESEvent.Complaint

    static let bounces: [(SESEvent.BounceType, SESEvent.BounceSubType, Bool)] = [
        (.permanent, .general, true),
        (.permanent, .noEmail, true),
        (.permanent, .suppressed, true),
        (.permanent, .init(rawValue: "SomethingNew"), true),
        (.permanent, .onAccountSuppressionList, false),
        (.permanent, .onTenantSuppressionList, false),
        (.permanent, .emailValidationSuppressed, false),
        (.permanent, .unsubscribedRecipient, false),
        (.transient, .general, false),
        (.transient, .mailboxFull, false),
        (.transient, .contentRejected, false),
        (.transient, .customTimeoutExceeded, false),
        (.undetermined, .undetermined, false),
        (.init(rawValue: "Sideways"), .general, false),
        (.init(rawValue: ""), .init(rawValue: ""), false),
    ]

    @Test("Hard bounces count, except where SES held the e-mail back for the account", arguments: bounces)
    func bounce(type: SESEvent.BounceType, subType: SESEvent.BounceSubType, counts: Bool) {
        let recipients = [SESEvent.Recipient(emailAddress: "a@recipient.example")]
        let bounce = Bounce(type: type, subType: subType, recipients: recipients)
        #expect(bounce.countsTowardBounceRate == counts)
        #expect(bounce.recipientsCountingTowardBounceRate == (counts ? recipients : []))
    }

    static let addresses: [(String, Bool)] = [
        ("bounce@simulator.amazonses.com", true),
        ("bounce+label1@simulator.amazonses.com", true),
        ("Test <Bounce@Simulator.AmazonSES.com>", true),
        ("bounce@notsimulator.amazonses.com", false),
        ("bounce@simulator.amazonses.com.example", false),
        ("simulator.amazonses.com@recipient.example", false),
        ("simulator.amazonses.com", false),
        ("", false),
    ]

    @Test("An address is the mailbox simulator's by its domain", arguments: addresses)
    func mailboxSimulator(address: String, isSimulator: Bool) {
        let recipient = SESEvent.Recipient(emailAddress: address)
        #expect(recipient.isMailboxSimulator == isSimulator)
        let bounce = Bounce(type: .permanent, subType: .general, recipients: [recipient])
        #expect(bounce.countsTowardBounceRate != isSimulator)
        #expect(Complaint(recipients: [recipient]).countsTowardComplaintRate != isSimulator)
    }

    @Test("Of a bounce with several recipients, those outside the mailbox simulator count")
    func recipients() {
        let people = ["a@recipient.example", "B <b@recipient.example>"].map { SESEvent.Recipient(emailAddress: $0) }
        let simulator = SESEvent.Recipient(emailAddress: "bounce@simulator.amazonses.com")
        var bounce = Bounce(type: .permanent, subType: .general, recipients: [people[0], simulator, people[1]])
        #expect(bounce.recipientsCountingTowardBounceRate == people)
        bounce.recipients = []
        #expect(bounce.countsTowardBounceRate)
        #expect(bounce.recipientsCountingTowardBounceRate.isEmpty)
    }

    @Test("The rate of a campaign of 100 recipients is 5 %, where review begins, and not the 12 % of all bounces")
    func campaign() {
        func bounce(_ type: SESEvent.BounceType, _ subType: SESEvent.BounceSubType, _ addresses: [String]) -> Bounce {
            Bounce(type: type, subType: subType, recipients: addresses.map { .init(emailAddress: $0) })
        }
        let bounces = [
            bounce(.permanent, .general, ["1@r.example", "2@r.example", "bounce@simulator.amazonses.com"]),
            bounce(.permanent, .noEmail, ["3@r.example"]),
            bounce(.permanent, .suppressed, ["4@r.example", "5@r.example"]),
            bounce(.permanent, .onAccountSuppressionList, ["6@r.example", "7@r.example", "8@r.example"]),
            bounce(.transient, .mailboxFull, ["9@r.example", "10@r.example"]),
            bounce(.undetermined, .undetermined, ["11@r.example"]),
        ]
        #expect(bounces.map(\.recipients.count).reduce(0, +) == 12)
        let counted = bounces.map(\.recipientsCountingTowardBounceRate.count).reduce(0, +)
        #expect(Double(counted) / 100 == 0.05)
    }

    static let complaints: [(String?, String?, Bool)] = [
        (nil, nil, true),
        ("abuse", nil, true),
        ("auth-failure", nil, true),
        ("fraud", nil, true),
        ("virus", nil, true),
        ("other", nil, true),
        ("something-new", "SomethingNew", true),
        ("not-spam", nil, false),
        ("Not-Spam", nil, false),
        (nil, "OnAccountSuppressionList", false),
        ("abuse", "OnTenantSuppressionList", false),
    ]

    @Test("A report is a complaint unless it says not-spam or that SES held the e-mail back", arguments: complaints)
    func complaint(feedbackType: String?, subType: String?, isComplaint: Bool) {
        var complaint = Complaint(
            recipients: ["a@recipient.example", "complaint@simulator.amazonses.com"].map { .init(emailAddress: $0) },
            subType: subType.map { .init(rawValue: $0) }, feedbackType: feedbackType.map { .init(rawValue: $0) })
        #expect(complaint.isComplaint == isComplaint)
        #expect(complaint.countsTowardComplaintRate == isComplaint)
        complaint.recipients.removeFirst()
        #expect(complaint.isComplaint == isComplaint)
        #expect(!complaint.countsTowardComplaintRate)
        complaint.recipients = []
        #expect(complaint.countsTowardComplaintRate == isComplaint)
    }
}
