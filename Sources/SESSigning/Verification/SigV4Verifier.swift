#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Verifies requests that were signed with AWS Signature Version 4: the service's side, for a simulator of one.
///
/// It reads the signature from the `Authorization` field or from a presigned query, makes the signature anew and
/// compares the two in constant time. Whatever a request holds, it either verifies or throws.
public struct SigV4Verifier: Sendable {
    private let signer: SigV4Signer
    private let allowedClockSkew: Double

    /// Creates a verifier.
    ///
    /// - Parameters:
    ///   - service: The signing name of the service that requests have to be for.
    ///   - region: The region that requests have to be for.
    ///   - options: How the service expects requests to be signed.
    ///   - allowedClockSkew: How many seconds the time of signing may be off, either way; AWS's five minutes by default.
    public init(
        service: String, region: String, options: SigV4Signer.Options = SigV4Signer.Options(),
        allowedClockSkew: Int = 300
    ) {
        signer = SigV4Signer(service: service, region: region, options: options)
        self.allowedClockSkew = Double(allowedClockSkew)
    }

    /// Verifies a request.
    ///
    /// - Parameters:
    ///   - request: The request as it came off the wire.
    ///   - now: The current time.
    ///   - credentials: Finds the credentials of an access key's id, nil if there are none.
    /// - Returns: The credentials that the request was signed with.
    /// - Throws: ``SigningError`` with the first rule that the request breaks.
    @discardableResult
    public func verify(
        _ request: AWSHTTPRequest, at now: Date, credentials: (_ accessKeyID: String) -> AWSCredentials?
    ) throws(SigningError) -> AWSCredentials {
        try checkForm(of: request)
        let presented = try PresentedSignature(request)
        try checkScope(of: presented)
        try checkTime(of: presented, at: now)
        guard let owner = credentials(presented.accessKeyID) else {
            throw SigningError(.unknownAccessKey, "there is no such access key")
        }
        try checkToken(of: presented, owner: owner, at: now)
        try checkSignedHeaders(of: presented, in: request)
        let payload = try self.payload(of: request)
        guard signature(of: request, presented: presented, payload: payload, owner: owner) == presented.signature else {
            throw SigningError(.signatureMismatch, "the signature isn't that of this request with the key's secret")
        }
        return owner
    }

    /// Refuses characters that could make two different requests look the same in canonical form.
    private func checkForm(of request: AWSHTTPRequest) throws(SigningError) {
        guard HTTPToken.matches(request.method), request.headers.fields.allSatisfy({ HTTPToken.matches($0.name) }),
            request.path.utf8.first == 0x2f, request.path.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f && $0 != 0x3f })
        else {
            throw SigningError(.malformedRequest, "the method, the path or a header name isn't allowed in HTTP")
        }
    }

    private func checkScope(of presented: PresentedSignature) throws(SigningError) {
        let expected = CredentialScope(
            day: presented.timestamp.dayText, region: signer.region, service: signer.service)
        guard presented.scope == expected else {
            throw SigningError(
                .wrongScope,
                "Credential has to be scoped to the day of X-Amz-Date, \(signer.region) and \(signer.service)")
        }
    }

    private func checkTime(of presented: PresentedSignature, at now: Date) throws(SigningError) {
        let age = now.timeIntervalSince(presented.timestamp.date)
        switch presented.form {
        case .header:
            guard abs(age) <= allowedClockSkew else {
                throw SigningError(.requestSkewed, "X-Amz-Date is too far from the current time")
            }
        case .query(let expires):
            guard age >= -allowedClockSkew else {
                throw SigningError(.requestSkewed, "X-Amz-Date is in the future")
            }
            guard age <= Double(expires) else {
                throw SigningError(.requestExpired, "the request is past its X-Amz-Expires")
            }
        }
    }

    private func checkToken(
        of presented: PresentedSignature, owner: AWSCredentials, at now: Date
    ) throws(SigningError) {
        // Hashes are compared, so that the time tells nothing about the token.
        let expected = owner.sessionToken ?? ""
        guard SHA256Hasher.hash((presented.token ?? "").utf8) == SHA256Hasher.hash(expected.utf8) else {
            throw SigningError(.invalidSessionToken, "the session token isn't the one of the access key")
        }
        if let expiration = owner.expiration, expiration <= now {
            throw SigningError(.expiredCredentials, "the temporary credentials have ended")
        }
    }

    /// Everything that changes what a request means has to be signed.
    private func checkSignedHeaders(
        of presented: PresentedSignature, in request: AWSHTTPRequest
    ) throws(SigningError) {
        guard presented.signedHeaders.contains("host") else {
            throw SigningError(.unsignedRequiredHeader, "host has to be signed")
        }
        var present: Set<String> = ["host"]
        for field in request.headers.fields {
            let name = field.name.lowercased()
            present.insert(name)
            guard name == "content-type" || name.hasPrefix("x-amz-"), !presented.signedHeaders.contains(name) else {
                continue
            }
            guard !isLeftUnsigned(name) else { continue }
            throw SigningError(.unsignedRequiredHeader, "content-type and every x-amz- field have to be signed")
        }
        guard presented.signedHeaders.isSubset(of: present) else {
            throw .malformed("SignedHeaders names a field that the request doesn't have")
        }
    }

    private func isLeftUnsigned(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { !signer.isSigned($0) }
    }

    /// What stands for the body in the canonical request; a hash that a field names has to be the body's.
    private func payload(of request: AWSHTTPRequest) throws(SigningError) -> PayloadHash {
        guard signer.options.signsPayload else { return .unsigned }
        let actual = request.body.withUnsafeBytes { SHA256Hasher.hash($0) }
        for given in request.headers.values(of: "x-amz-content-sha256") where SHA256Value(hexadecimal: given) != actual
        {
            throw SigningError(.payloadMismatch, "the body isn't the one that x-amz-content-sha256 names")
        }
        return .hash(actual)
    }

    private func signature(
        of request: AWSHTTPRequest, presented: PresentedSignature, payload: PayloadHash, owner: AWSCredentials
    ) -> SHA256Value {
        var buffer = SigningBuffer(capacity: 2048)
        let headers = buffer.append(headersOf: request) { name in
            presented.signedHeaders.contains(String(decoding: name, as: UTF8.self))
        }
        let signedHeaders = buffer.append(namesOf: headers)
        var query = request.query ?? ""
        if presented.form != .header {
            let unsigned: [PresignedParameter] =
                signer.options.signsSessionToken ? [.signature] : [.signature, .securityToken]
            query = PresignedParameter.removed(unsigned, from: query)
        }
        var parameters: [CanonicalParameter] = []
        buffer.append(parametersOf: query, to: &parameters)
        return signer.calculate(
            request, headers: headers, signedHeaders: signedHeaders, parameters: parameters, payload: payload,
            timestamp: presented.timestamp, secret: owner.secretAccessKey, in: &buffer
        ).signature
    }
}
