/// What messages of Amazon SNS are taken, and what checking them may take.
public struct SNSIntakeOptions: Hashable, Sendable {
    /// The most bytes a body may have; 1 MiB by default.
    ///
    /// SNS takes 256 KiB, which JSON's escapes make larger.
    public var maximumByteCount: Int
    /// Whether messages with signature version 1, which is made with SHA-1, are refused; false by default.
    ///
    /// Set the topic's attribute `SignatureVersion` to 2 first.
    public var requiresSignatureVersion2: Bool
    /// How old a message may be; 1 hour by default, the longest that SNS may go on delivering one.
    public var maximumAge: Duration
    /// How far ahead of this machine's clock a message's time may be; 5 minutes by default.
    public var allowedClockSkew: Duration
    /// How long a certificate is kept; 24 hours by default, and never beyond its end.
    public var certificateLifetime: Duration
    /// How long fetching a certificate, or confirming a subscription, may take; 10 seconds by default.
    ///
    /// SNS waits 15 seconds for an answer.
    public var deadline: Duration
    /// How many messages are remembered, to know one that comes again; 100,000 by default, about 20 MB.
    public var rememberedMessages: Int

    /// Creates options.
    ///
    /// - Parameters:
    ///   - maximumByteCount: The most bytes a body may have.
    ///   - requiresSignatureVersion2: Whether messages signed with SHA-1 are refused.
    ///   - maximumAge: How old a message may be.
    ///   - allowedClockSkew: How far ahead a message's time may be.
    ///   - certificateLifetime: How long a certificate is kept.
    ///   - deadline: How long an exchange with SNS may take.
    ///   - rememberedMessages: How many messages are remembered.
    public init(
        maximumByteCount: Int = 1 << 20, requiresSignatureVersion2: Bool = false, maximumAge: Duration = .seconds(3600),
        allowedClockSkew: Duration = .seconds(300), certificateLifetime: Duration = .seconds(86_400),
        deadline: Duration = .seconds(10), rememberedMessages: Int = 100_000
    ) {
        self.maximumByteCount = maximumByteCount
        self.requiresSignatureVersion2 = requiresSignatureVersion2
        self.maximumAge = maximumAge
        self.allowedClockSkew = allowedClockSkew
        self.certificateLifetime = certificateLifetime
        self.deadline = deadline
        self.rememberedMessages = rememberedMessages
    }
}
