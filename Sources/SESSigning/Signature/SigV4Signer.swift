#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Signs requests to one AWS service in one region with AWS Signature Version 4.
///
/// Signing changes nothing but the fields it adds, so a signed request may be signed again, for a retry, with another
/// date or other credentials. A signer keeps the keys it has derived; make one and use it for many requests.
///
/// AWS: "Signature Version 4 for API requests" in the IAM User Guide.
public struct SigV4Signer: Sendable {
    /// The service's signing name, such as `ses`.
    public let service: String
    /// The region the signature is good for, such as `eu-west-1`.
    public let region: String
    /// How requests are signed.
    public let options: Options

    private let unsignedHeaders: HeaderNameSet
    private let keys: SigningKeyCache

    /// Creates a signer.
    ///
    /// - Parameters:
    ///   - service: The service's signing name.
    ///   - region: The region the signature is good for.
    ///   - options: How requests are signed; the defaults are right for every service but S3.
    public init(service: String, region: String, options: Options = Options()) {
        self.service = service
        self.region = region
        self.options = options
        unsignedHeaders = HeaderNameSet(options.unsignedHeaders)
        keys = SigningKeyCache(region: region, service: service)
    }

    /// Signs a request in its header: sets `X-Amz-Date`, `Authorization` and, with a session token,
    /// `X-Amz-Security-Token`.
    ///
    /// Fields of these names that are there already are replaced.
    ///
    /// - Parameters:
    ///   - request: The request; its body has to be complete.
    ///   - credentials: Whom the request is from.
    ///   - date: The time of signing; AWS refuses a request whose date is more than five minutes off.
    public func sign(_ request: inout AWSHTTPRequest, with credentials: AWSCredentials, at date: Date) {
        var buffer = SigningBuffer(capacity: Self.estimatedSize(of: request, credentials))
        _ = sign(&request, with: credentials, at: date, in: &buffer)
    }

    /// Signs as ``sign(_:with:at:)`` does, and gives the stages.
    @discardableResult
    package func signRecordingStages(
        _ request: inout AWSHTTPRequest, with credentials: AWSCredentials, at date: Date
    ) -> SigV4Stages {
        var buffer = SigningBuffer(capacity: 0)
        return sign(&request, with: credentials, at: date, in: &buffer).stages(in: buffer)
    }

    private func sign(
        _ request: inout AWSHTTPRequest, with credentials: AWSCredentials, at date: Date, in buffer: inout SigningBuffer
    ) -> SigV4Calculation {
        let timestamp = SigningTimestamp(date)
        let payload = self.payload(of: request, replacesHeader: options.signsPayloadHeader)
        setFields(of: &request, token: credentials.sessionToken, timestamp: timestamp, payload: payload)
        let headers = buffer.append(headersOf: request, where: isSigned)
        let signedHeaders = buffer.append(namesOf: headers)
        var parameters: [CanonicalParameter] = []
        if let query = request.query { buffer.append(parametersOf: query, to: &parameters) }
        let calculation = calculate(
            request, headers: headers, signedHeaders: signedHeaders, parameters: parameters, payload: payload,
            timestamp: timestamp, secret: credentials.secretAccessKey, in: &buffer)
        let first = buffer.count
        buffer.append("AWS4-HMAC-SHA256 Credential=")
        buffer.append(credentials.accessKeyID)
        buffer.append(0x2f)
        buffer.append(scopeOf: timestamp, region: region, service: service)
        buffer.append(", SignedHeaders=")
        buffer.append(copyOf: signedHeaders)
        buffer.append(", Signature=")
        buffer.append(hexadecimalOf: calculation.signature)
        request.headers.append(buffer.text(first..<buffer.count), for: "Authorization")
        return calculation
    }

    /// The signature over parts that were collected in a buffer.
    func calculate(
        _ request: AWSHTTPRequest, headers: [CanonicalHeader], signedHeaders: Range<Int>,
        parameters: [CanonicalParameter], payload: PayloadHash, timestamp: SigningTimestamp, secret: String,
        in buffer: inout SigningBuffer
    ) -> SigV4Calculation {
        var sorted = parameters
        buffer.sort(&sorted)
        let canonical = buffer.append(
            canonical: request, parameters: sorted, headers: headers, signedHeaders: signedHeaders, payload: payload,
            options: options)
        let first = buffer.count
        buffer.append("AWS4-HMAC-SHA256\n")
        timestamp.withBytes { buffer.append($0) }
        buffer.append(0x0a)
        buffer.append(scopeOf: timestamp, region: region, service: service)
        buffer.append(0x0a)
        buffer.append(hexadecimalOf: SHA256Hasher.hash(buffer.bytes(canonical)))
        let stringToSign = first..<buffer.count
        let signature = keys.key(for: timestamp, secret: secret)
            .authenticationCode(for: buffer.bytes(stringToSign))
        return SigV4Calculation(canonicalRequest: canonical, stringToSign: stringToSign, signature: signature)
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
        request.headers.fields.reserveCapacity(request.headers.fields.count + 4)
        request.headers.remove(["Authorization", "X-Amz-Date", "X-Amz-Security-Token"])
        if let token, !token.isEmpty { request.headers.append(token, for: "X-Amz-Security-Token") }
        request.headers.append(timestamp.text, for: "X-Amz-Date")
        if options.signsPayloadHeader {
            request.headers.remove(["x-amz-content-sha256"])
            request.headers.append(payload.text, for: "x-amz-content-sha256")
        }
    }

    /// About the room a signature takes, so that its buffer seldom grows.
    private static func estimatedSize(of request: AWSHTTPRequest, _ credentials: AWSCredentials) -> Int {
        let fields = request.headers.fields.reduce(0) { $0 + 3 * $1.name.utf8.count + $1.value.utf8.count }
        let target = request.path.utf8.count + 2 * (request.query?.utf8.count ?? 0)
        return 1024 + fields + target + target / 2 + (credentials.sessionToken?.utf8.count ?? 0)
    }
}
