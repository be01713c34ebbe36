import SESValues

/// What one attempt to send a message came to.
enum SendVerdict: Sendable {
    case sent(messageID: String)
    /// Surely not sent; no other message is concerned.
    case refused(SESv2Error)
    /// May have been sent.
    case unknown(SESv2Error)
    /// Surely not sent, and may be tried again later.
    case throttled(SESv2Error)
    /// Surely not sent, together with others of which one may be to blame.
    case refusedTogether(SESv2Error)
    /// Surely not sent, nor would any other message be.
    case stopped(any Error)

    /// What an error of a call means for its messages.
    ///
    /// - Parameter sharesTarget: Whether the call names nothing that the other calls of the run don't name as well: what isn't
    ///   found is then missing for all of them.
    init(_ error: any Error, sharesTarget: Bool) {
        // Whatever else is thrown, such as by a credential provider, is thrown before anything is sent.
        guard let error = error as? SESv2Error else {
            self = .stopped(error)
            return
        }
        switch error.code {
        case .outcomeUnknown, .unreadableResponse: self = .unknown(error)
        case .throttled: self = .throttled(error)
        case .noCredentials, .credentialsUnavailable, .invalidSettings, .credentialsRejected, .credentialsExpired,
            .accessDenied, .accountSuspended, .dailyQuotaExceeded:
            self = .stopped(error)
        case .sendingPaused: self = error.concernsTenant ? .refused(error) : .stopped(error)
        case .notFound where sharesTarget || error.concernsSet: self = .stopped(error)
        case .badRequest where error.concernsSet: self = .stopped(error)
        default: self = .refused(error)
        }
    }

    /// What the status of one entry of a bulk send means.
    init(_ result: BulkEmailEntryResult) {
        func error(_ code: SESv2Error.Code) -> SESv2Error {
            let status = result.status.map { ServiceError.line($0.rawValue) }
            let words = result.error.map(ServiceError.line)
            return SESv2Error(
                code, message: words ?? "the service answered \(status ?? "no status")", operation: SendBulkEmail.name,
                serviceCode: status, serviceMessage: words, httpStatus: 200)
        }
        switch result.status {
        case .success?:
            guard let messageID = result.messageID, !messageID.isEmpty else {
                self = .unknown(error(.unreadableResponse))
                return
            }
            self = .sent(messageID: messageID)
        case .messageRejected?: self = .refused(error(.messageRejected))
        case .mailFromDomainNotVerified?: self = .refused(error(.mailFromDomainNotVerified))
        case .invalidParameter?: self = .refused(error(.badRequest))
        case .failed?: self = .refused(error(.otherServiceError))
        case .transientFailure?: self = .refused(error(.serviceFailure))
        case .accountThrottled?: self = .throttled(error(.throttled))
        case .accountDailyQuotaExceeded?: self = .stopped(error(.dailyQuotaExceeded))
        case .accountSuspended?: self = .stopped(error(.accountSuspended))
        case .accountSendingPaused?, .configurationSetSendingPaused?: self = .stopped(error(.sendingPaused))
        // All entries have the template, the set and its pool in common.
        case .configurationSetNotFound?, .templateNotFound?: self = .stopped(error(.notFound))
        case .invalidSendingPoolName?: self = .stopped(error(.badRequest))
        // A status of tomorrow may mean anything.
        default: self = .unknown(error(.outcomeUnknown))
        }
    }
}

extension SESv2Error {
    /// Whether it speaks of the configuration set, by the service's words.
    fileprivate var concernsSet: Bool { serviceMessage?.hasPrefix("Configuration set") == true }
    /// Whether it speaks of a tenant, by the service's words.
    fileprivate var concernsTenant: Bool { serviceMessage?.contains("for tenant") == true }
}
