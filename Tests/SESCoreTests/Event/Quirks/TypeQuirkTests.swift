import Foundation
import SESCore
import Testing

/// Quirks of the type's name and of what surrounds an event.
///
/// Those that are no matter of event JSON are tested elsewhere or not at all: 12, because nothing here looks at a
/// content type; 14, because it is about other libraries; 15 in `UnreadableTemplateDataTests` and `TemplateSendTests`; 18,
/// because there is no API of version 1 here; 22 in `DefaultSetTests`; 24 in `InsightsMethodTests`,
/// `MessageInsightsTests` and, for the names of types, `EventTypeNameTests`.
@Suite("Quirks of types and envelopes")
struct TypeQuirkTests {
    @Test("Quirk 1: the type is named by eventType, or by notificationType in an identity's feedback")
    func discriminators() throws {
        let published = try EventFixture.deliveredAndSame(EventFixture.text("bounce"))
        let feedback = try EventFixture.deliveredAndSame(EventFixture.text("legacy-bounce"))
        #expect([published.type, feedback.type] == [.bounce, .bounce])
        #expect([published.discriminator, feedback.discriminator] == [.eventType, .notificationType])
        #expect(published.kind == feedback.kind)
    }

    @Test("Quirk 2: both forms may come from one topic")
    func bothForms() throws {
        let bodies = try ["complaint", "legacy-complaint", "legacy-delivery", "delivery"].map {
            #"{"body":\#(try EventFixture.quoted(try EventFixture.sns(try EventFixture.text($0))))}"#
        }
        let events = try SESEvent.decodeAll(from: #"{"Records":[\#(bodies.joined(separator: ","))]}"#)
        #expect(events.map(\.type) == [.complaint, .complaint, .delivery, .delivery])
        #expect(
            events.map(\.discriminator) == [.eventType, .notificationType, .notificationType, .eventType])
    }

    @Test("Quirk 3: a topic that becomes a destination first gets a plain text without a subject")
    func topicValidation() throws {
        let text = try EventFixture.envelope("sns-topic-validation")
        #expect(!text.contains("Subject"))
        let records = try SESEvent.decodeRecords(from: Data(text.utf8))
        #expect(records.map(\.content) == [.notice(.topicValidation)])
        let raw = "Successfully validated SNS topic for Amazon SES event publishing."
        #expect(try SESEvent.decodeRecords(from: Data(raw.utf8)).map(\.content) == [.notice(.topicValidation)])
    }

    @Test("Quirk 4: a topic for an identity's feedback first gets a probe without a mail")
    func feedbackProbe() throws {
        let text = try EventFixture.envelope("sns-feedback-probe")
        let records = try SESEvent.decodeRecords(from: Data(text.utf8))
        #expect(records.map(\.content) == [.notice(.feedbackTopicValidation)])
    }

    @Test("Quirk 5: Rendering Failure has a space, and its details are called failure")
    func renderingFailure() throws {
        let event = try EventFixture.deliveredAndSame(EventFixture.text("rendering-failure"))
        #expect(event.type.rawValue == "Rendering Failure")
        let closed = try EventFixture.text("rendering-failure", "Rendering Failure", is: "RenderingFailure")
        #expect(try EventFixture.delivered(closed) == event)
        let members = try JSONDecoder().decode([String: JSONValue].self, from: JSONEncoder().encode(event))
        #expect(Set(members.keys) == ["eventType", "mail", "failure"])
        #expect(members["eventType"] == .string("Rendering Failure"))
    }

    @Test("Quirk 11: Lambda spells SigningCertUrl and UnsubscribeUrl, HTTP SigningCertURL and UnsubscribeURL")
    func certificateURLs() throws {
        let post = try EventFixture.envelope("sns-notification")
        let lambda = try EventFixture.envelope("lambda-sns")
        for name in ["SigningCert", "Unsubscribe"] {
            #expect(post.contains("\"\(name)URL\"") && !post.contains("\"\(name)Url\""))
            #expect(lambda.contains("\"\(name)Url\"") && !lambda.contains("\"\(name)URL\""))
        }
        let event = try EventFixture.event("delivery")
        #expect(try SESEvent.decodeAll(from: post) == [event])
        #expect(try SESEvent.decodeAll(from: lambda) == [event])
    }
}
