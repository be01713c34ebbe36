public import SESClient
import SESCore
import SESSigning

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Posts alerts as signed JSON to a service of one's own.
///
/// The body is the ``MonitorAlert``, its dates in ISO 8601. Two header fields come with it:
///
/// - `Alert-Signature: t=1746181230,v1=5257a8…`: when it was signed, in seconds since 1970, and HMAC-SHA256 in hexadecimal over that number,
///   a full stop and the body's bytes. ``isValid(_:signature:secret:now:tolerance:)`` checks it.
/// - `Alert-Id`: the same for one alert however often it is posted, 64 hexadecimal digits. Keep those you have handled: an alert is posted
///   again when its answer got lost.
///
/// Answer 2xx within 30 seconds. Redirects aren't followed. No error, print or dump shows the address or the secret.
public struct AlertWebhook: Sendable, SESPrivateContent {
    /// The header field of the signature, `Alert-Signature`.
    public static let signatureHeader = "Alert-Signature"
    /// The header field of the alert's id, `Alert-Id`.
    public static let idHeader = "Alert-Id"

    private static let secretLength = 16

    private let address: AlertAddress
    private let secret: String
    private let delivery: AlertDelivery
    private let now: @Sendable () -> Date

    /// Creates a webhook; nothing is called yet.
    ///
    /// - Parameters:
    ///   - url: The service's address: `https`, or `http` at a loopback address.
    ///   - secret: What both sides know; at least 16 bytes of UTF-8, better 32 random ones in hexadecimal.
    ///   - transport: What carries the messages.
    ///   - now: The time that messages are signed with.
    ///   - clock: The clock that waits are measured on.
    ///   - random: Draws what part of the longest wait is waited before another attempt, 0 to 1.
    /// - Throws: ``SESMonitoringError`` with the code `invalidSettings`.
    public init(
        _ url: String, secret: String, transport: any HTTPTransport = DefaultTransport.shared,
        now: @escaping @Sendable () -> Date = { Date() }, clock: any Clock<Duration> = ContinuousClock(),
        random: @escaping @Sendable () -> Double = { .random(in: 0..<1) }
    ) throws(SESMonitoringError) {
        guard secret.utf8.count >= Self.secretLength else {
            throw SESMonitoringError(
                .invalidSettings,
                message: "the secret of an alert webhook must have at least \(Self.secretLength) bytes")
        }
        address = try AlertAddress(url, hosts: nil, of: "an alert webhook")
        self.secret = secret
        self.now = now
        delivery = AlertDelivery(place: "the alert webhook", transport: transport, clock: clock, random: random)
    }

    /// Posts an alert.
    ///
    /// - Parameter alert: The alert.
    /// - Throws: ``SESMonitoringError`` with the code `notDelivered`, after up to four attempts; `CancellationError`.
    public func post(_ alert: MonitorAlert) async throws {
        let body = try alert.json
        try await delivery.send {
            let seconds = Int64(now().timeIntervalSince1970.rounded(.down))
            let code = Self.code(at: seconds, body, secret)
            return address.request(
                [Self.signatureHeader: "t=\(seconds),v1=\(code.hexadecimal)", Self.idHeader: alert.digest], body: body)
        }
    }

    /// Whether a message that a service received is of who knows the secret, and new.
    ///
    /// It compares in constant time. It doesn't see that a message comes twice: keep the ids of the header `Alert-Id`.
    ///
    /// - Parameters:
    ///   - body: The body's bytes as they came, not decoded and encoded again.
    ///   - signature: The value of the header `Alert-Signature`.
    ///   - secret: What both sides know.
    ///   - now: The time.
    ///   - tolerance: How old the signature may be, or how far ahead its clock, in seconds; 300 by default.
    public static func isValid(
        _ body: Data, signature: String, secret: String, now: Date = Date(), tolerance: Int = 300
    ) -> Bool {
        var time: Int64?
        var codes: [SHA256Value] = []
        for part in signature.utf8.count <= 512 ? signature.split(separator: ",") : [] {
            let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
            guard pair.count == 2, let name = pair.first, let value = pair.last else { return false }
            switch name {
            case "t":
                guard time == nil, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
                time = Int64(value)
            case "v1": if let code = SHA256Value(hexadecimal: value) { codes.append(code) }
            // A later version's signature may stand beside this one's.
            default: continue
            }
        }
        guard secret.utf8.count >= secretLength, let time,
            abs(now.timeIntervalSince1970 - Double(time)) <= Double(tolerance)
        else { return false }
        let expected = code(at: time, body, secret)
        // All are compared, whichever fits.
        return codes.reduce(false) { found, code in (code == expected) || found }
    }

    private static func code(at seconds: Int64, _ body: Data, _ secret: String) -> SHA256Value {
        let message = Array("\(seconds).".utf8) + body
        let key = Array(secret.utf8).withUnsafeBytes { HMACSHA256Key($0) }
        return message.withUnsafeBytes { key.authenticationCode(for: $0) }
    }
}

extension MonitorAlert {
    /// The alert in JSON as destinations send it: dates in ISO 8601, members sorted.
    var json: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.dateEncodingStrategy = .iso8601
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(self)
        }
    }

    /// The id in a form that can stand in a header field: its SHA-256.
    var digest: String { SHA256Hasher.hash(Array(id.utf8)).hexadecimal }
}
