extension Email: SESValidatable {
    /// Checks what `SendEmail` asks of a message and of all its parts; fields are named as in that request.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try content.validate(at: path.member("Content"))
        try validateSender(at: path)
        try validateRecipients(at: path)
        try tags.validate(at: path.member("EmailTags"))
        try validateRoute(at: path)
    }

    /// SES answers a send without a sender with no message at all, so the rule is stated here.
    private func validateSender(at path: FieldPath) throws(SESValueError) {
        let field = path.member("FromEmailAddress")
        if from == nil, content.raw == nil {
            throw SESValueError(field: field, rule: "must be present unless the content is raw")
        }
        try from.validate(at: field)
        try fromEmailAddressIdentityARN.validate(at: path.member("FromEmailAddressIdentityArn"))
        try feedbackForwardingEmailAddress.validate(at: path.member("FeedbackForwardingEmailAddress"))
        try feedbackForwardingEmailAddressIdentityARN.validate(
            at: path.member("FeedbackForwardingEmailAddressIdentityArn"))
    }

    private func validateRecipients(at path: FieldPath) throws(SESValueError) {
        let field = path.member("Destination")
        if content.raw == nil { try destination.requireRecipient(at: field) }
        try destination.validate(at: field)
        try replyToAddresses.validate(at: path.member("ReplyToAddresses"))
    }

    private func validateRoute(at path: FieldPath) throws(SESValueError) {
        if let endpointID { try EndpointID.check(endpointID, at: path.member("EndpointId")) }
        if let tenantName { try TextRule.nonEmpty.check(tenantName, at: path.member("TenantName")) }
        try listManagementOptions.validate(at: path.member("ListManagementOptions"))
    }
}

/// The rule for ids of multi-region endpoints.
package enum EndpointID {
    /// Checks that an id can be the first part of a host name; dots are legal.
    package static func check(_ id: String, at path: FieldPath) throws(SESValueError) {
        if !HostName.isValid(id) { throw SESValueError(field: path, rule: "must be a valid host label", value: id) }
    }
}
