extension SigV4Signer {
    /// How requests to a service are signed; the defaults are right for every service but S3.
    public struct Options: Hashable, Sendable {
        /// Whether `//`, `.` and `..` in the path are resolved before it is signed; true by default.
        ///
        /// Only what is signed is normalised, the request's own path is left as it is.
        public var normalizesPath = true
        /// Whether the path, which is percent-encoded on the wire, is encoded once more before it is signed.
        ///
        /// True by default, as every service but S3 expects.
        public var doubleEncodesPath = true
        /// Whether the body's hash is sent along as `x-amz-content-sha256`; false by default.
        ///
        /// The query form never adds the header. Where this is false and a request has the header already, its value
        /// is signed in place of the body's hash.
        public var signsPayloadHeader = false
        /// Whether the body's hash is signed; true by default.
        ///
        /// False signs `UNSIGNED-PAYLOAD` in its place, which S3 asks for in presigned requests and most services refuse.
        public var signsPayload = true
        /// Whether a session token is part of what is signed; true by default.
        ///
        /// False adds the token after signing, which a few services (AWS IoT) ask for.
        public var signsSessionToken = true
        /// The lower-case names of the header fields that are sent but not signed.
        ///
        /// Fields that a proxy may change don't belong in a signature. `host` is signed even if it is named here.
        public var unsignedHeaders: Set<String> = Self.defaultUnsignedHeaders

        /// Creates options with the defaults.
        public init() {}

        /// What Amazon S3 expects: the path as it is, and the body's hash in a header.
        public static var s3: Options {
            var options = Options()
            options.normalizesPath = false
            options.doubleEncodesPath = false
            options.signsPayloadHeader = true
            return options
        }

        /// The names that AWS's own SDKs don't sign: hop-by-hop fields, tracing, and the SDKs' notes on a call.
        public static let defaultUnsignedHeaders: Set<String> = [
            "amz-sdk-invocation-id", "amz-sdk-request", "authorization", "baggage", "connection", "expect",
            "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "traceparent", "tracestate", "trailer",
            "transfer-encoding", "upgrade", "user-agent", "x-amzn-trace-id",
        ]
    }
}

/// A set of lower-case header names that answers without making a string or a hash.
struct HeaderNameSet: Sendable {
    /// The names, one after the other.
    private let bytes: [UInt8]
    /// Where each name stands.
    private let ranges: [Range<Int>]
    /// One bit for each length (modulo 64) of a name that begins with the index's letter (modulo 32).
    private let lengths: [UInt64]

    init(_ names: Set<String>) {
        var bytes: [UInt8] = []
        var ranges: [Range<Int>] = []
        var lengths = [UInt64](repeating: 0, count: 32)
        for name in names {
            guard let first = name.utf8.first else { continue }
            lengths[Int(first & 31)] |= 1 &<< UInt64(name.utf8.count & 63)
            ranges.append(bytes.count..<(bytes.count + name.utf8.count))
            bytes += name.utf8
        }
        self.bytes = bytes
        self.ranges = ranges
        self.lengths = lengths
    }

    func contains(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = name.first else { return false }
        guard lengths[Int(first & 31)] &>> UInt64(name.count & 63) & 1 == 1 else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            ranges.contains { range in
                range.count == name.count && bytes[range.lowerBound] == first
                    && bytes[range].elementsEqual(name)
            }
        }
    }
}
