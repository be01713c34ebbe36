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
    func checkSendable() throws(HTTPTransportError) -> URL {
        let address = try checkedURL(url)
        try checkFields()
        return address
    }

    /// Checks that no field's value would end the field and begin another, as a secret read from a file may with its line break.
    ///
    /// - Throws: ``HTTPTransportError`` of kind `invalidRequest`.
    func checkFields() throws(HTTPTransportError) {
        for field in headers.fields where !field.isNamed("host") {
            let isSendable =
                field.value.utf8.withContiguousStorageIfAvailable { Self.areSendable($0) }
                ?? Self.areSendable(field.value.utf8)
            guard isSendable else {
                throw HTTPTransportError(
                    .invalidRequest, requestMayHaveBeenSent: false,
                    message: "the header field \(field.name) has a control character in its value")
            }
        }
    }

    private static func areSendable(_ bytes: some Sequence<UInt8>) -> Bool {
        bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
    }

    /// Checks an address.
    ///
    /// - Parameter text: What ``url`` is.
    /// - Throws: ``HTTPTransportError`` of kind `invalidRequest`.
    func checkedURL(_ text: String) throws(HTTPTransportError) -> URL {
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
