/// What a request says about its own signature, read from its `Authorization` field or its query; not yet believed.
struct PresentedSignature {
    /// In which of the two forms a request is signed.
    enum Form: Equatable {
        case header
        /// With the seconds of `X-Amz-Expires`.
        case query(expires: Int)
    }

    let form: Form
    let accessKeyID: String
    let scope: CredentialScope
    let timestamp: SigningTimestamp
    /// Lower case, ascending, each once.
    let signedHeaders: Set<String>
    let token: String?
    /// The regions it says it is good for; nil with HMAC.
    let regionSet: String?
    let signature: [UInt8]

    /// Reads either form.
    init(_ request: AWSHTTPRequest, of algorithm: SigningAlgorithm) throws(SigningError) {
        let authorizations = request.headers.values(of: "Authorization")
        let parameters = try Self.parameters(of: request.query ?? "")
        if let authorization = authorizations.first {
            guard authorizations.count == 1, parameters[.signature] == nil, parameters[.algorithm] == nil else {
                throw .malformed("there is more than one signature")
            }
            try self.init(authorization: authorization, headers: request.headers, of: algorithm)
        } else if parameters[.algorithm] != nil || parameters[.signature] != nil {
            try self.init(parameters: parameters, of: algorithm)
        } else {
            throw SigningError(
                .missingAuthentication, "the request has neither an Authorization field nor a signature in its query")
        }
    }

    private init(
        authorization: String, headers: AWSHTTPHeaders, of algorithm: SigningAlgorithm
    ) throws(SigningError) {
        let fields = try AuthorizationField(authorization, of: algorithm)
        let dates = headers.values(of: "X-Amz-Date")
        guard dates.count == 1, let timestamp = SigningTimestamp(dates[0]) else {
            throw .malformed("there has to be one X-Amz-Date of the form yyyyMMddTHHmmssZ")
        }
        let tokens = headers.values(of: "X-Amz-Security-Token")
        guard tokens.count <= 1 else { throw .malformed("there is more than one X-Amz-Security-Token") }
        form = .header
        (accessKeyID, scope) = try CredentialScope.parse(fields.credential, of: algorithm)
        self.timestamp = timestamp
        signedHeaders = try Self.names(fields.signedHeaders)
        token = tokens.first
        regionSet = try Self.regionSet(headers.values(of: "X-Amz-Region-Set"), of: algorithm)
        signature = try Self.value(fields.signature, of: algorithm)
    }

    private init(parameters: [PresignedParameter: String], of algorithm: SigningAlgorithm) throws(SigningError) {
        guard parameters[.algorithm] == "\(algorithm.name)" else {
            throw .malformed("X-Amz-Algorithm has to be \(algorithm.name)")
        }
        guard let credential = parameters[.credential], let date = parameters[.date],
            let names = parameters[.signedHeaders], let expires = parameters[.expires],
            let signature = parameters[.signature]
        else {
            throw .malformed("a parameter of the signature is missing from the query")
        }
        guard let timestamp = SigningTimestamp(date) else {
            throw .malformed("X-Amz-Date has to be of the form yyyyMMddTHHmmssZ")
        }
        guard expires.utf8.count <= 6, expires.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let seconds = Int(expires), (1...604_800).contains(seconds)
        else {
            throw .malformed("X-Amz-Expires has to be a number of seconds from 1 to 604800")
        }
        form = .query(expires: seconds)
        (accessKeyID, scope) = try CredentialScope.parse(credential, of: algorithm)
        self.timestamp = timestamp
        signedHeaders = try Self.names(names)
        token = parameters[.securityToken]
        regionSet = try Self.regionSet(parameters[.regionSet].map { [$0] } ?? [], of: algorithm)
        self.signature = try Self.value(signature, of: algorithm)
    }

    private static func parameters(of query: String) throws(SigningError) -> [PresignedParameter: String] {
        var found: [PresignedParameter: String] = [:]
        for piece in PresignedParameter.pieces(of: query) {
            guard let (parameter, value) = PresignedParameter.parse(piece) else { continue }
            guard found.updateValue(value, forKey: parameter) == nil else {
                throw .malformed("a parameter of the signature is in the query twice")
            }
        }
        return found
    }

    private static func names(_ text: String) throws(SigningError) -> Set<String> {
        let names = text.split(separator: ";", omittingEmptySubsequences: false)
        for (index, name) in names.enumerated() {
            let isLowercase = name.utf8.allSatisfy { HTTPToken.contains($0) && !(0x41...0x5a).contains($0) }
            guard !name.isEmpty, isLowercase,
                index == 0 || names[index - 1].utf8.lexicographicallyPrecedes(name.utf8)
            else {
                throw .malformed("SignedHeaders has to be lower-case names in ascending order with ; between them")
            }
        }
        return Set(names.map(String.init))
    }

    private static func regionSet(
        _ given: [String], of algorithm: SigningAlgorithm
    ) throws(SigningError) -> String? {
        guard algorithm == .ecdsa else { return nil }
        guard given.count == 1, !given[0].isEmpty else { throw .malformed("there has to be one X-Amz-Region-Set") }
        return given[0]
    }

    private static func value(
        _ signature: String, of algorithm: SigningAlgorithm
    ) throws(SigningError) -> [UInt8] {
        let digits = Array(signature.utf8)
        switch algorithm {
        case .hmac:
            guard digits.count == 64, let bytes = Hexadecimal.bytes(lowercase: digits) else {
                throw .malformed("Signature has to be 64 lower-case hexadecimal digits")
            }
            return bytes
        case .ecdsa:
            // Two numbers of up to 33 bytes with their marks, as DER writes them.
            guard digits.count <= 144, let bytes = Hexadecimal.bytes(lowercase: digits) else {
                throw .malformed("Signature has to be a DER signature in lower-case hexadecimal digits")
            }
            return bytes
        }
    }
}

extension SigningError {
    /// The error of a signature that isn't of the prescribed form.
    static func malformed(_ message: String) -> SigningError {
        SigningError(.malformedAuthorization, message)
    }
}
