import SESCore

/// Why a mail comes back, with what the event says of it.
struct BounceCause {
    let type: SESEvent.BounceType
    let subType: SESEvent.BounceSubType
    let status: String
    let diagnosticCode: String
    /// Whether the recipient's server was reached.
    var reachesTheServer = true

    static let noSuchMailbox = Self(
        type: .permanent, subType: .general, status: "5.1.1", diagnosticCode: "smtp; 550 5.1.1 user unknown")
    static let onGlobalSuppressionList = Self(
        type: .permanent, subType: .suppressed, status: "5.1.1",
        diagnosticCode:
            "Amazon SES has suppressed sending to this address because it has a recent history of bouncing.",
        reachesTheServer: false)
    static let onAccountSuppressionList = Self(
        type: .permanent, subType: .onAccountSuppressionList, status: "5.1.1",
        diagnosticCode: "Amazon SES did not send the message to this address because it is on the suppression list "
            + "for your account.",
        reachesTheServer: false)
    static let onTenantSuppressionList = Self(
        type: .permanent, subType: .onTenantSuppressionList, status: "5.1.1",
        diagnosticCode: "Amazon SES did not send the message to this address because it is on the suppression list "
            + "for your tenant.",
        reachesTheServer: false)
    static let unsubscribed = Self(
        type: .permanent, subType: .unsubscribedRecipient, status: "5.1.1",
        diagnosticCode: "Amazon SES did not send the message to this address because the contact has unsubscribed.",
        reachesTheServer: false)
    static let mailboxFull = Self(
        type: .transient, subType: .mailboxFull, status: "4.2.2", diagnosticCode: "smtp; 452 4.2.2 mailbox full")
    static let messageTooLarge = Self(
        type: .transient, subType: .messageTooLarge, status: "5.3.4",
        diagnosticCode: "smtp; 552 5.3.4 message size exceeds fixed limit")
    static let refusedForNow = Self(
        type: .transient, subType: .general, status: "4.7.1", diagnosticCode: "smtp; 450 4.7.1 try again later")
    static let deliveryTimeOut = Self(
        type: .transient, subType: .customTimeoutExceeded, status: "4.4.7",
        diagnosticCode: "smtp; 4.4.7 the set's longest delivery time has passed", reachesTheServer: false)
}
