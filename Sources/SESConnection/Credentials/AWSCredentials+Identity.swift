import SESSigning

extension AWSCredentials {
    /// Whether both are the same credentials, whatever is said of their end: that may have been put off.
    func isSame(as other: AWSCredentials) -> Bool {
        accessKeyID == other.accessKeyID && secretAccessKey == other.secretAccessKey
            && sessionToken == other.sessionToken
    }
}
