extension SESv2Error {
    /// A source of credentials that isn't set up: a chain goes on to the next.
    static func absent(_ why: String) -> SESv2Error {
        SESv2Error(.noCredentials, ownMessage: why)
    }

    /// A source of credentials that is set up and doesn't give any: a chain ends there, since the next source would
    /// speak for somebody else.
    static func unavailable(_ why: String, underlyingError: (any Error)? = nil) -> SESv2Error {
        SESv2Error(.credentialsUnavailable, ownMessage: why, underlyingError: underlyingError)
    }

    /// A setting that can't be understood.
    static func invalidSetting(_ why: String) -> SESv2Error {
        SESv2Error(.invalidSettings, ownMessage: why)
    }

    /// The same error, its text beginning with where it comes from.
    package func prefixed(_ source: String) -> SESv2Error {
        SESv2Error(
            code, ownMessage: "\(source): \(message)", operation: operation, serviceCode: serviceCode,
            serviceMessage: serviceMessage, httpStatus: httpStatus, requestID: requestID, invocationID: invocationID,
            underlyingError: underlyingError)
    }
}
