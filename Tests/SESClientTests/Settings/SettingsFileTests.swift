import Foundation
import Testing

@testable import SESClient
@testable import SESConnection

@Suite("Small files from outside")
struct SettingsFileTests {
    enum Kind: CaseIterable { case pipe, device, folder, link, huge, tooLarge, binary }

    private let home: CredentialHome

    init() throws { home = try CredentialHome() }

    /// A path that leads to what no settings file may be.
    private func path(_ kind: Kind) throws -> (path: String, words: String) {
        let path = "\(home.path)/file"
        switch kind {
        case .pipe:
            try #require(mkfifo(path, 0o600) == 0)
            return (path, "isn't a regular file")
        case .device: return ("/dev/zero", "isn't a regular file")
        case .folder: return (home.path, "isn't a regular file")
        case .link:
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
            return (path, "isn't a regular file")
        case .huge:
            // A terabyte that takes no room.
            try home.write("file", "")
            try #require(truncate(path, 1 << 40) == 0)
            return (path, "is larger than 1048576 bytes")
        case .tooLarge:
            try home.write("file", String(repeating: "#", count: 1 << 20) + "#")
            return (path, "is larger than 1048576 bytes")
        case .binary:
            try Data([0xFF]).write(to: URL(filePath: path))
            return (path, "isn't UTF-8 text")
        }
    }

    @Test("that aren't regular, or are too large, are refused unread with what they are for", arguments: Kind.allCases)
    func refused(kind: Kind) async throws {
        let (path, words) = try path(kind)
        for (variable, role) in [
            ("AWS_CONFIG_FILE", "the config file"), ("AWS_SHARED_CREDENTIALS_FILE", "the credentials file"),
        ] {
            let error = #expect(throws: SESv2Error.self) {
                try AWSSettings.load(context: home.context([variable: path]))
            }
            #expect(error?.code == .invalidSettings)
            #expect(error?.message == "\(role) \(path) \(words)")
        }
        let token = WebIdentityCredentialProvider(
            roleARN: "arn:aws:iam::1:role/x", tokenFile: path, context: home.context())
        await expectFailure(token, .invalidSettings, "the web identity token file \(path) \(words)")
        let container = ContainerCredentialProvider(
            context: home.context([
                "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/x", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": path,
            ]))
        await expectFailure(container, .invalidSettings, "the container's token file \(path) \(words)")
    }

    @Test("of SSO are held to the same rules", arguments: Kind.allCases.filter { $0 != .binary })
    func cache(kind: Kind) async throws {
        let (path, words) = try path(kind)
        let cached = "\(home.path)/.aws/sso/cache/\(SHA1.hexadecimal(of: "corp")).json"
        try FileManager.default.createDirectory(
            atPath: (cached as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: cached, withDestinationPath: path)
        let provider = SSOCredentialProvider(
            startURL: "https://start", region: .euWest1, accountID: "1", roleName: "r", sessionName: "corp",
            context: home.context())
        await expectFailure(provider, .invalidSettings, "the SSO token's file \(cached) \(words)")
    }

    @Test("may be links and as large as is allowed; the null device counts as missing")
    func allowed() throws {
        let rest = "[default]\nregion = eu-west-1\n"
        try home.write("config", rest + String(repeating: "#", count: 1 << 20).dropLast(rest.utf8.count))
        try FileManager.default.createSymbolicLink(
            atPath: "\(home.path)/link", withDestinationPath: "\(home.path)/config")
        let context = home.context([
            "AWS_CONFIG_FILE": "\(home.path)/link", "AWS_SHARED_CREDENTIALS_FILE": "/dev/null",
        ])
        #expect(try AWSSettings.load(context: context) == AWSSettings(region: .euWest1))
    }
}
