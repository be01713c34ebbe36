extension SigningScheme {
    /// Signs a request in its query.
    ///
    /// - Parameter authenticate: Makes the signature of a string to sign.
    func presign<Signature: RequestSignature, Failure: Error>(
        _ request: inout AWSHTTPRequest, with credentials: AWSCredentials, at timestamp: SigningTimestamp,
        expiresIn seconds: Int, in buffer: inout SigningBuffer,
        by authenticate: (UnsafeRawBufferPointer) throws(Failure) -> Signature
    ) throws(Failure) -> SigV4Calculation<Signature> {
        request.headers.remove(["Authorization", "X-Amz-Date", "X-Amz-Security-Token", "X-Amz-Region-Set"])
        let payload = self.payload(of: request, replacesHeader: false)
        let headers = buffer.append(headersOf: request, where: isSigned)
        let signedHeaders = buffer.append(namesOf: headers)

        let query = PresignedParameter.removed(from: request.query ?? "")
        var parameters: [CanonicalParameter] = []
        buffer.append(parametersOf: query, to: &parameters)
        let own = parameters.count
        let first = buffer.count
        append(scopeOf: timestamp, to: &buffer)
        let credential = credentials.accessKeyID + "/" + buffer.text(first..<buffer.count)
        buffer.append(parameter: "X-Amz-Algorithm", "\(algorithm.name)", to: &parameters)
        buffer.append(parameter: "X-Amz-Credential", credential, to: &parameters)
        buffer.append(parameter: "X-Amz-Date", timestamp.text, to: &parameters)
        buffer.append(parameter: "X-Amz-SignedHeaders", buffer.text(signedHeaders), to: &parameters)
        buffer.append(parameter: "X-Amz-Expires", String(min(max(seconds, 1), 604_800)), to: &parameters)
        var signed = parameters
        if let token = credentials.sessionToken, !token.isEmpty {
            buffer.append(parameter: "X-Amz-Security-Token", token, to: &parameters)
            if options.signsSessionToken { signed = parameters }
        }
        if algorithm == .ecdsa {
            buffer.append(parameter: "X-Amz-Region-Set", region, to: &parameters)
            signed += parameters.suffix(1)
        }
        let calculation = try calculate(
            request, headers: headers, signedHeaders: signedHeaders, parameters: signed, payload: payload,
            timestamp: timestamp, in: &buffer, by: authenticate)
        buffer.append(parameter: "X-Amz-Signature", calculation.signature.hexadecimal, to: &parameters)
        let added = buffer.count
        buffer.append(query: Array(parameters[own...]))
        request.query = (query.isEmpty ? "" : query + "&") + buffer.text(added..<buffer.count)
        return calculation
    }
}

/// The parameters that a signature in a query consists of.
enum PresignedParameter: String, CaseIterable {
    case algorithm = "X-Amz-Algorithm"
    case credential = "X-Amz-Credential"
    case date = "X-Amz-Date"
    case signedHeaders = "X-Amz-SignedHeaders"
    case expires = "X-Amz-Expires"
    case regionSet = "X-Amz-Region-Set"
    case securityToken = "X-Amz-Security-Token"
    case signature = "X-Amz-Signature"

    /// The parameter that a piece of a query is, and its decoded value; nil if it is none of these.
    static func parse(_ piece: Substring.UTF8View) -> (parameter: PresignedParameter, value: String)? {
        let separator = piece.firstIndex(of: 0x3d) ?? piece.endIndex
        guard let parameter = PresignedParameter(rawValue: PercentEncoding.decoded(piece[..<separator])) else {
            return nil
        }
        return (parameter, PercentEncoding.decoded(piece[separator...].dropFirst()))
    }

    /// A query without some of these parameters, the others as they are.
    static func removed(_ parameters: [PresignedParameter] = allCases, from query: String) -> String {
        let pieces = pieces(of: query)
        let kept = pieces.filter { piece in parse(piece).map { !parameters.contains($0.parameter) } ?? true }
        return kept.count == pieces.count ? query : kept.map { String(Substring($0)) }.joined(separator: "&")
    }

    /// What stands between the `&` of a query, empty pieces left out.
    static func pieces(of query: String) -> [Substring.UTF8View] {
        // Bytes, not characters: a combining mark after `&` would hide it from a split by character.
        query.utf8.split(separator: 0x26)
    }
}
