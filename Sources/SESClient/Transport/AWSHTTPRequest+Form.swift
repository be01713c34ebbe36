import Foundation
import SESSigning

extension AWSHTTPRequest {
    /// Checks that the request can be sent in the form that was signed.
    ///
    /// - Throws: ``HTTPTransportError`` of kind `invalidRequest`.
    func checkSendable() throws(HTTPTransportError) {
        // An address that URL would write another way is not the one that was signed.
        guard let url = URL(string: url), url.host() != nil, url.absoluteString == self.url else {
            throw HTTPTransportError(
                .invalidRequest, requestMayHaveBeenSent: false,
                message: "the request's address is not a URL in its encoded form")
        }
        for field in headers.fields where field.name.lowercased() != "host" {
            // A line break in a value, as of a secret read from a file, would end the field and begin another.
            guard field.value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
                throw HTTPTransportError(
                    .invalidRequest, requestMayHaveBeenSent: false,
                    message: "the header field \(field.name) has a control character in its value")
            }
        }
    }
}
