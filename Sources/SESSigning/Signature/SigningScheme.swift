#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What is signed of a request, and where the signature goes: all of Signature Version 4 but the keys.
///
/// Its two algorithms differ in the name, the scope and the region set; what makes the signature is given to each step.
struct SigningScheme: Sendable {
    let algorithm: SigningAlgorithm
    let service: String
    /// The region of the scope, or with ECDSA the set of regions.
    let region: String
    let options: SigV4Signer.Options
    private let unsignedHeaders: HeaderNameSet

    init(_ algorithm: SigningAlgorithm, service: String, region: String, options: SigV4Signer.Options) {
        self.algorithm = algorithm
        self.service = service
        self.region = region
        self.options = options
        unsignedHeaders = HeaderNameSet(options.unsignedHeaders)
    }

    /// Signs a request in its header.
    ///
    /// - Parameter authenticate: Makes the signature of a string to sign.
    func sign<Signature: RequestSignature, Failure: Error>(
        _ request: inout AWSHTTPRequest, with credentials: AWSCredentials, at timestamp: SigningTimestamp,
        in buffer: inout SigningBuffer, by authenticate: (UnsafeRawBufferPointer) throws(Failure) -> Signature
    ) throws(Failure) -> SigV4Calculation<Signature> {
        let payload = self.payload(of: request, replacesHeader: options.signsPayloadHeader)
        setFields(of: &request, token: credentials.sessionToken, timestamp: timestamp, payload: payload)
        let headers = buffer.append(headersOf: request, where: isSigned)
        let signedHeaders = buffer.append(namesOf: headers)
        var parameters: [CanonicalParameter] = []
        if let query = request.query { buffer.append(parametersOf: query, to: &parameters) }
        let calculation = try calculate(
            request, headers: headers, signedHeaders: signedHeaders, parameters: parameters, payload: payload,
            timestamp: timestamp, in: &buffer, by: authenticate)
        let first = buffer.count
        buffer.append(algorithm.name)
        buffer.append(" Credential=")
        buffer.append(credentials.accessKeyID)
        buffer.append(0x2f)
        append(scopeOf: timestamp, to: &buffer)
        buffer.append(", SignedHeaders=")
        buffer.append(copyOf: signedHeaders)
        buffer.append(", Signature=")
        calculation.signature.append(to: &buffer)
        request.headers.append(buffer.text(first..<buffer.count), for: "Authorization")
        return calculation
    }

    /// The signature over parts that were collected in a buffer.
    func calculate<Signature: RequestSignature, Failure: Error>(
        _ request: AWSHTTPRequest, headers: [CanonicalHeader], signedHeaders: Range<Int>,
        parameters: [CanonicalParameter], payload: PayloadHash, timestamp: SigningTimestamp,
        in buffer: inout SigningBuffer, by authenticate: (UnsafeRawBufferPointer) throws(Failure) -> Signature
    ) throws(Failure) -> SigV4Calculation<Signature> {
        let (canonical, stringToSign) = stages(
            request, headers: headers, signedHeaders: signedHeaders, parameters: parameters, payload: payload,
            timestamp: timestamp, in: &buffer)
        let signature = try authenticate(buffer.bytes(stringToSign))
        return SigV4Calculation(canonicalRequest: canonical, stringToSign: stringToSign, signature: signature)
    }

    /// Writes the canonical request and the string to sign of parts that were collected in a buffer.
    func stages(
        _ request: AWSHTTPRequest, headers: [CanonicalHeader], signedHeaders: Range<Int>,
        parameters: [CanonicalParameter], payload: PayloadHash, timestamp: SigningTimestamp,
        in buffer: inout SigningBuffer
    ) -> (canonicalRequest: Range<Int>, stringToSign: Range<Int>) {
        var sorted = parameters
        buffer.sort(&sorted)
        let canonical = buffer.append(
            canonical: request, parameters: sorted, headers: headers, signedHeaders: signedHeaders, payload: payload,
            options: options)
        let first = buffer.count
        buffer.append(algorithm.name)
        buffer.append(0x0a)
        timestamp.withBytes { buffer.append($0) }
        buffer.append(0x0a)
        append(scopeOf: timestamp, to: &buffer)
        buffer.append(0x0a)
        buffer.append(hexadecimalOf: SHA256Hasher.hash(buffer.bytes(canonical)))
        return (canonical, first..<buffer.count)
    }

    /// Writes a credential scope: `20260102/eu-west-1/ses/aws4_request`, with ECDSA without the region.
    func append(scopeOf timestamp: SigningTimestamp, to buffer: inout SigningBuffer) {
        timestamp.withBytes { buffer.append(UnsafeBufferPointer(rebasing: $0[..<8])) }
        buffer.append(0x2f)
        if algorithm == .hmac {
            buffer.append(region)
            buffer.append(0x2f)
        }
        buffer.append(service)
        buffer.append("/aws4_request")
    }

    /// What stands for the body: its hash, `UNSIGNED-PAYLOAD`, or what the request says itself.
    func payload(of request: AWSHTTPRequest, replacesHeader: Bool) -> PayloadHash {
        if !options.signsPayload { return .unsigned }
        if !replacesHeader, let given = request.headers["x-amz-content-sha256"] { return .text(given) }
        return .of(request)
    }

    /// Whether a field is signed, by its lower-case name.
    func isSigned(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        if unsignedHeaders.contains(name) { return false }
        return options.signsSessionToken || !name.elementsEqual("x-amz-security-token".utf8)
    }

    private func setFields(
        of request: inout AWSHTTPRequest, token: String?, timestamp: SigningTimestamp, payload: PayloadHash
    ) {
        request.headers.fields.reserveCapacity(request.headers.fields.count + 5)
        request.headers.remove(["Authorization", "X-Amz-Date", "X-Amz-Security-Token", "X-Amz-Region-Set"])
        if let token, !token.isEmpty { request.headers.append(token, for: "X-Amz-Security-Token") }
        request.headers.append(timestamp.text, for: "X-Amz-Date")
        if algorithm == .ecdsa { request.headers.append(region, for: "X-Amz-Region-Set") }
        if options.signsPayloadHeader {
            request.headers.remove(["x-amz-content-sha256"])
            request.headers.append(payload.text, for: "x-amz-content-sha256")
        }
    }

    /// About the room a signature takes, so that its buffer seldom grows.
    static func estimatedSize(of request: AWSHTTPRequest, _ credentials: AWSCredentials) -> Int {
        let fields = request.headers.fields.reduce(0) { $0 + 3 * $1.name.utf8.count + $1.value.utf8.count }
        let target = request.path.utf8.count + 2 * (request.query?.utf8.count ?? 0)
        return 1024 + fields + target + target / 2 + (credentials.sessionToken?.utf8.count ?? 0)
    }
}
