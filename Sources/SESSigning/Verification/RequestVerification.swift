#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a signed request has to keep, whatever algorithm it is signed with.
struct RequestVerification: Sendable {
    let scheme: SigningScheme
    let allowedClockSkew: Double

    /// Verifies a request.
    ///
    /// - Parameter isAuthentic: Whether the presented signature is that of a string to sign by the owner's key.
    /// - Returns: The credentials that the request was signed with.
    func verify(
        _ request: AWSHTTPRequest, at now: Date, credentials: (_ accessKeyID: String) -> AWSCredentials?,
        _ isAuthentic: (PresentedSignature, AWSCredentials, _ stringToSign: UnsafeRawBufferPointer) -> Bool
    ) throws(SigningError) -> AWSCredentials {
        try checkForm(of: request)
        let presented = try PresentedSignature(request, of: scheme.algorithm)
        try checkScope(of: presented)
        try checkTime(of: presented, at: now)
        guard let owner = credentials(presented.accessKeyID) else {
            throw SigningError(.unknownAccessKey, "there is no such access key")
        }
        try checkToken(of: presented, owner: owner, at: now)
        try checkSignedHeaders(of: presented, in: request)
        let payload = try self.payload(of: request)
        guard calculate(request, presented: presented, payload: payload, { isAuthentic(presented, owner, $0) }) else {
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
        guard presented.scope.day == presented.timestamp.dayText, presented.scope.service == scheme.service,
            isMeantForRegion(presented)
        else {
            throw SigningError(
                .wrongScope,
                "Credential has to be scoped to the day of X-Amz-Date, \(scheme.region) and \(scheme.service)")
        }
    }

    private func isMeantForRegion(_ presented: PresentedSignature) -> Bool {
        switch scheme.algorithm {
        case .hmac: presented.scope.region == scheme.region
        case .ecdsa: RegionSet.contains(scheme.region, in: presented.regionSet ?? "")
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
        return name.withUTF8 { !scheme.isSigned($0) }
    }

    /// What stands for the body in the canonical request; a hash that a field names has to be the body's.
    private func payload(of request: AWSHTTPRequest) throws(SigningError) -> PayloadHash {
        guard scheme.options.signsPayload else { return .unsigned }
        let actual = request.body.withUnsafeBytes { SHA256Hasher.hash($0) }
        for given in request.headers.values(of: "x-amz-content-sha256") where SHA256Value(hexadecimal: given) != actual
        {
            throw SigningError(.payloadMismatch, "the body isn't the one that x-amz-content-sha256 names")
        }
        return .hash(actual)
    }

    private func calculate(
        _ request: AWSHTTPRequest, presented: PresentedSignature, payload: PayloadHash,
        _ isAuthentic: (_ stringToSign: UnsafeRawBufferPointer) -> Bool
    ) -> Bool {
        var buffer = SigningBuffer(capacity: 2048)
        let headers = buffer.append(headersOf: request) { name in
            presented.signedHeaders.contains(String(decoding: name, as: UTF8.self))
        }
        let signedHeaders = buffer.append(namesOf: headers)
        var query = request.query ?? ""
        if presented.form != .header {
            let unsigned: [PresignedParameter] =
                scheme.options.signsSessionToken ? [.signature] : [.signature, .securityToken]
            query = PresignedParameter.removed(unsigned, from: query)
        }
        var parameters: [CanonicalParameter] = []
        buffer.append(parametersOf: query, to: &parameters)
        let stages = scheme.stages(
            request, headers: headers, signedHeaders: signedHeaders, parameters: parameters, payload: payload,
            timestamp: presented.timestamp, in: &buffer)
        return isAuthentic(buffer.bytes(stages.stringToSign))
    }
}

/// The regions that an ECDSA signature is good for.
enum RegionSet {
    /// Whether a set, such as `*`, `us-east-1,eu-west-1` or `us-*`, holds a region.
    static func contains(_ region: String, in set: String) -> Bool {
        set.split(separator: ",").contains { member in
            let name = member.drop { $0 == " " }
            return name.last == "*" ? region.hasPrefix(name.dropLast()) : region == name
        }
    }
}
