import SESClient
import SESCore
import SESSigning
import SESTesting

/// A story with everything in it that an observer must not give away: sends that succeed, fail and are repeated, recipients in
/// bodies and paths, templates, credentials of known text.
struct SecretStory {
    /// What none of what observers write may hold.
    static let secrets = [
        "AKIDKEEPOUT", "keep-this-secret", "keep-this-token", "jane.doe", "john.roe", "jim.poe", "shop-owner",
        "Confidential subject", "Confidential text", "AWS4-HMAC", "Signature=",
    ]
    /// How many calls it makes, with sends whose input is refused left out: no call begins of those.
    static let calls = 12

    /// Tells the story to these observers.
    static func tell(to observers: [any SESCallObserver]) async throws {
        let simulator = SESSimulator(
            credentials: AWSCredentials(
                accessKeyID: "AKIDKEEPOUT", secretAccessKey: "keep-this-secret", sessionToken: "keep-this-token"))
        let ses = SESv2Client(simulator: simulator, observers: observers)
        try await ses.createConfigurationSet(ConfigurationSet("promo"))
        let email = Email(
            from: "Shop <shop-owner@example.com>", to: ["Jane <jane.doe@example.org>"], bcc: ["john.roe@example.org"],
            subject: "Confidential subject", text: "Confidential text", tags: ["who": "jim.poe"])
        try await ses.send(email, configurationSet: "promo")
        let faults: [SimulatedFault] = [
            .throttle, .serviceFailure(), .connectionReset(processed: true), .garbledBody, .dailyQuotaExceeded,
            .refusal("MessageRejected", message: "Email address is not verified: jane.doe@example.org"),
        ]
        for fault in faults {
            await simulator.inject(fault)
            _ = try? await ses.send(email, configurationSet: "promo")
        }
        // The address travels in the path.
        try await ses.putSuppressedDestination("jim.poe@example.org", reason: .complaint)
        _ = try? await ses.getSuppressedDestination("jane.doe@example.org")
        try await ses.deleteSuppressedDestination("jim.poe@example.org")
        try await ses.createEmailTemplate(
            "offer", content: EmailTemplateContent(subject: "Confidential subject", text: "Confidential text"))
    }
}
