/// The address of an authority's certificate at Amazon Trust Services, in the one form it has.
struct AWSAuthorityAddress: Hashable, Sendable {
    let host: String
    let path: String

    /// - Parameter text: The whole address; nil for any that isn't of the form.
    init?(_ text: String) {
        let start = "http://crt."
        let domain = ".amazontrust.com/"
        guard text.utf8.count <= 128, text.hasPrefix(start) else { return nil }
        let label = text.utf8.dropFirst(start.utf8.count).prefix(while: \.isASCIIAlphanumeric)
        let name = String(decoding: label, as: UTF8.self)
        guard !name.isEmpty, text.utf8.elementsEqual("\(start)\(name)\(domain)\(name).cer".utf8) else { return nil }
        host = "crt.\(name).amazontrust.com"
        path = "/\(name).cer"
    }
}
