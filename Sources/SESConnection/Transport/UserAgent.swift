/// The `User-Agent` header, in the form AWS's SDKs share.
package enum UserAgent {
    static let version = "0.1.0"

    #if os(Linux)
    private static let system = "linux"
    #elseif os(macOS)
    private static let system = "macos"
    #elseif os(Windows)
    private static let system = "windows"
    #else
    private static let system = "other"
    #endif

    package static func text(applicationID: String?) -> String {
        let base = "swift-ses/\(version) ua/2.1 os/\(system) lang/swift"
        guard let id = applicationID, !id.isEmpty else { return base }
        return "\(base) app/\(token(id.prefix(50)))"
    }

    /// What may not stand in a user agent becomes a hyphen.
    private static func token(_ text: Substring) -> String {
        let allowed = "!$%&'*+-.^_`|~,"
        return String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) || allowed.contains($0) ? $0 : "-" })
    }
}
