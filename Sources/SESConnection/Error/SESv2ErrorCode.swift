extension SESv2Error {
    /// What went wrong.
    ///
    /// The first group are the service's answers, the second is what happens on this side of the wire.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private let name: String

        package init(_ name: String) { self.name = name }

        // MARK: The service's answers

        /// The named thing doesn't exist (`NotFoundException`).
        public static let notFound = Code("notFound")
        /// A thing of that name exists (`AlreadyExistsException`).
        public static let alreadyExists = Code("alreadyExists")
        /// The service found the request wrong (`BadRequestException` and its kin).
        public static let badRequest = Code("badRequest")
        /// A quota of things is used up, such as event destinations in a set (`LimitExceededException`).
        public static let limitExceeded = Code("limitExceeded")
        /// Too many requests or mails at once (`TooManyRequestsException`, HTTP 429): wait and try again.
        public static let throttled = Code("throttled")
        /// The account's quota for 24 hours is used up: trying again soon doesn't help.
        public static let dailyQuotaExceeded = Code("dailyQuotaExceeded")
        /// Sending is paused for the configuration set or the account (`SendingPausedException`).
        public static let sendingPaused = Code("sendingPaused")
        /// The account may not send any more (`AccountSuspendedException`).
        public static let accountSuspended = Code("accountSuspended")
        /// The message was refused, for instance for an unverified sender (`MessageRejected`).
        public static let messageRejected = Code("messageRejected")
        /// The custom MAIL FROM domain isn't verified (`MailFromDomainNotVerifiedException`).
        public static let mailFromDomainNotVerified = Code("mailFromDomainNotVerified")
        /// The thing is in a state that forbids the change (`ConflictException`).
        public static let conflict = Code("conflict")
        /// Somebody else is changing the same thing (`ConcurrentModificationException`).
        public static let concurrentModification = Code("concurrentModification")
        /// A page's token is wrong or too old (`InvalidNextTokenException`).
        public static let invalidNextToken = Code("invalidNextToken")
        /// The credentials aren't allowed to do this (`AccessDeniedException`).
        public static let accessDenied = Code("accessDenied")
        /// The credentials or the signature weren't accepted.
        public static let credentialsRejected = Code("credentialsRejected")
        /// The session token's time is over (`ExpiredTokenException`).
        public static let credentialsExpired = Code("credentialsExpired")
        /// The service failed (HTTP 5xx) on a call that may be repeated.
        public static let serviceFailure = Code("serviceFailure")
        /// An answer with no static member here; ``SESv2Error/serviceCode`` has its name.
        public static let otherServiceError = Code("otherServiceError")

        // MARK: This side of the wire

        /// The input breaks a rule of the service; nothing was sent.
        ///
        /// ``SESv2Error/underlyingError`` says which.
        public static let invalidRequest = Code("invalidRequest")
        /// No credentials were found; nothing was sent.
        public static let noCredentials = Code("noCredentials")
        /// A source of credentials is set up but doesn't give any, or only ones whose time is over; nothing was sent.
        public static let credentialsUnavailable = Code("credentialsUnavailable")
        /// A setting in the environment, in AWS's shared files or in a configuration can't be understood; nothing was sent.
        public static let invalidSettings = Code("invalidSettings")
        /// No region is known; nothing was sent.
        public static let noRegion = Code("noRegion")
        /// The endpoint can't be what was asked for; nothing was sent.
        public static let invalidEndpoint = Code("invalidEndpoint")
        /// No connection came about; nothing was sent.
        public static let connectionFailed = Code("connectionFailed")
        /// The deadline passed on a call that may be repeated.
        public static let timedOut = Code("timedOut")
        /// The connection broke on a call that may be repeated.
        public static let connectionLost = Code("connectionLost")
        /// A send, or the start of a job or a test, whose fate isn't known: it may have been accepted.
        ///
        /// Sending again may mail twice.
        public static let outcomeUnknown = Code("outcomeUnknown")
        /// The service accepted the call but its answer can't be read; for a send, the mail **was** accepted.
        public static let unreadableResponse = Code("unreadableResponse")
        /// The list's pages don't end: the service gave a token it had given before.
        public static let pagingLoop = Code("pagingLoop")

        /// Somebody else has the journal, or the path is that of another campaign's or of no journal; see ``SendJournal``.
        public static let journalRefused = Code("journalRefused")
        /// A record in the middle of the journal isn't what was written; see ``SendJournal``.
        public static let journalCorrupt = Code("journalCorrupt")
        /// The journal can't be read or written; see ``SendJournal``.
        public static let journalFailed = Code("journalFailed")

        /// The code's name.
        public var description: String { name }
    }
}

extension SESv2Error {
    /// Whether the same call can be made again without the risk of a second mail, and may then succeed.
    ///
    /// True for throttling, a failure of the service or the connection that is certain not to have sent anything, and
    /// any failure on the way of a call that isn't a send. Wait a little longer each time.
    public var isSafeToRetry: Bool {
        let codes: Set<Code> = [
            .throttled, .serviceFailure, .connectionFailed, .timedOut, .connectionLost, .concurrentModification,
        ]
        return codes.contains(code)
    }
}
