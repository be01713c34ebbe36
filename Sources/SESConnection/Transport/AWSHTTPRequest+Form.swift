import Foundation
import SESSigning
import Synchronization

extension AWSHTTPRequest {
    /// The address that was found right last: most requests have the same, and parsing it costs more than the check.
    private static let lastAddress = Mutex<(text: String, url: URL)?>(nil)

    /// Checks that the request can be sent in the form that was signed.
    ///
    /// - Returns: Its address.
    /// - Throws: ``HTTPTransportError`` of kind `invalidRequest`.
    @discardableResult
    func checkSendable() throws(HTTPTransportError) -> URL {
        let url = try checkedURL()
        for field in headers.fields where !field.isNamed("host") {
            // A line break in a value, as of a secret read from a file, would end the field and begin another.
            guard field.value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
                throw HTTPTransportError(
                    .invalidRequest, requestMayHaveBeenSent: false,
                    message: "the header field \(field.name) has a control character in its value")
            }
        }
        return url
    }

    private func checkedURL() throws(HTTPTransportError) -> URL {
        let text = url
        if let known = Self.lastAddress.withLock({ $0?.text == text ? $0?.url : nil }) { return known }
        // An address that URL would write another way is not the one that was signed.
        guard let url = URL(string: text), url.host() != nil, url.absoluteString == text else {
            throw HTTPTransportError(
                .invalidRequest, requestMayHaveBeenSent: false,
                message: "the request's address is not a URL in its encoded form")
        }
        Self.lastAddress.withLock { $0 = (text, url) }
        return url
    }
}
