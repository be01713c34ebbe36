#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension SigV4Signer {
    /// Signs a request in its query, so that its address alone is enough to send it until it expires.
    ///
    /// Adds `X-Amz-Algorithm`, `X-Amz-Credential`, `X-Amz-Date`, `X-Amz-SignedHeaders`, `X-Amz-Expires`, with a session
    /// token `X-Amz-Security-Token`, and `X-Amz-Signature`. Parameters of these names that are there already are
    /// replaced, and the fields that ``sign(_:with:at:)`` adds are removed.
    ///
    /// - Parameters:
    ///   - request: The request; whoever sends it has to send the same method, header fields and body.
    ///   - credentials: Whom the request is from.
    ///   - date: The time from which the address is good.
    ///   - seconds: How long it is good; held to AWS's range of 1 second…7 days (604 800).
    public func presign(
        _ request: inout AWSHTTPRequest, with credentials: AWSCredentials, at date: Date, expiresIn seconds: Int = 3600
    ) {
        presignRecordingStages(&request, with: credentials, at: date, expiresIn: seconds)
    }

    /// Signs as ``presign(_:with:at:expiresIn:)`` does, and gives the stages.
    @discardableResult
    package func presignRecordingStages(
        _ request: inout AWSHTTPRequest, with credentials: AWSCredentials, at date: Date, expiresIn seconds: Int
    ) -> SigV4Stages {
        var buffer = SigningBuffer(capacity: 2048)
        let timestamp = SigningTimestamp(date)
        request.headers.remove(["Authorization", "X-Amz-Date", "X-Amz-Security-Token"])
        let payload = self.payload(of: request, replacesHeader: false)
        let headers = buffer.append(headersOf: request, where: isSigned)
        let signedHeaders = buffer.append(namesOf: headers)

        let query = PresignedParameter.removed(from: request.query ?? "")
        var parameters: [CanonicalParameter] = []
        buffer.append(parametersOf: query, to: &parameters)
        let own = parameters.count
        let first = buffer.count
        buffer.append(scopeOf: timestamp, region: region, service: service)
        let credential = credentials.accessKeyID + "/" + buffer.text(first..<buffer.count)
        buffer.append(parameter: "X-Amz-Algorithm", "AWS4-HMAC-SHA256", to: &parameters)
        buffer.append(parameter: "X-Amz-Credential", credential, to: &parameters)
        buffer.append(parameter: "X-Amz-Date", timestamp.text, to: &parameters)
        buffer.append(parameter: "X-Amz-SignedHeaders", buffer.text(signedHeaders), to: &parameters)
        buffer.append(parameter: "X-Amz-Expires", String(min(max(seconds, 1), 604_800)), to: &parameters)
        var signedCount = parameters.count
        if let token = credentials.sessionToken, !token.isEmpty {
            buffer.append(parameter: "X-Amz-Security-Token", token, to: &parameters)
            if options.signsSessionToken { signedCount += 1 }
        }
        let calculation = calculate(
            request, headers: headers, signedHeaders: signedHeaders, parameters: Array(parameters[..<signedCount]),
            payload: payload, timestamp: timestamp, secret: credentials.secretAccessKey, in: &buffer)
        buffer.append(parameter: "X-Amz-Signature", calculation.signature.hexadecimal, to: &parameters)
        let added = buffer.count
        buffer.append(query: Array(parameters[own...]))
        request.query = (query.isEmpty ? "" : query + "&") + buffer.text(added..<buffer.count)
        return calculation.stages(in: buffer)
    }
}

/// The parameters that a signature in a query consists of.
enum PresignedParameter: String, CaseIterable {
    case algorithm = "X-Amz-Algorithm"
    case credential = "X-Amz-Credential"
    case date = "X-Amz-Date"
    case signedHeaders = "X-Amz-SignedHeaders"
    case expires = "X-Amz-Expires"
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
