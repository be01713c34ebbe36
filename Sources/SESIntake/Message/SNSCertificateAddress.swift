/// Where the certificate of a message is: at Amazon SNS in the topic's region, under a name that SNS gives certificates.
///
/// The text is compared with the one form that SNS writes. Nothing parses it as a URL, so no trick of URLs (a user before the
/// host, a port, another encoding, a look-alike host such as a bucket's) can make it anything else.
struct SNSCertificateAddress: Hashable, Sendable {
    let host: String
    let path: String

    /// - Throws: ``SESIntakeError`` with the code `foreignAddress`.
    init(_ text: String, of topic: SNSTopic) throws(SESIntakeError) {
        let start = "https://\(topic.host)"
        let bytes = Array(text.utf8)
        guard bytes.starts(with: start.utf8), Self.isName(bytes.dropFirst(start.utf8.count)) else {
            throw SESIntakeError(
                .foreignAddress,
                message: "SigningCertURL must be \(start)/SimpleNotificationService-….pem, and nothing else")
        }
        host = topic.host
        path = String(decoding: bytes.dropFirst(start.utf8.count), as: UTF8.self)
    }

    /// Whether a path is `/SimpleNotificationService.pem`, or has letters and digits after a hyphen.
    private static func isName(_ path: ArraySlice<UInt8>) -> Bool {
        let start = Array("/SimpleNotificationService".utf8)
        let end = Array(".pem".utf8)
        guard path.count <= 128, path.count >= start.count + end.count, path.starts(with: start),
            path.suffix(end.count).elementsEqual(end)
        else { return false }
        let middle = path.dropFirst(start.count).dropLast(end.count)
        guard let hyphen = middle.first else { return true }
        return hyphen == UInt8(ascii: "-") && middle.count > 1 && middle.dropFirst().allSatisfy(\.isASCIIAlphanumeric)
    }
}

extension UInt8 {
    /// Whether it is an ASCII letter or digit.
    var isASCIIAlphanumeric: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
