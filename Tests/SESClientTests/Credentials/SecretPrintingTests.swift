import Foundation
import SESCore
import SESSigning
import Testing

@testable import SESClient
@testable import SESConnection

@Suite("Values that hold a secret")
struct SecretPrintingTests {
    static let secret = "hush"
    static let credentials = AWSCredentials(accessKeyID: "hush-id", secretAccessKey: secret, sessionToken: secret)
    static let context = CredentialContext(
        environment: ["AWS_SECRET_ACCESS_KEY": secret, "AWS_ACCESS_KEY_ID": secret], transport: RecordingTransport())

    /// One of each, by its name.
    private static func values() throws -> [(name: String, value: Any)] {
        let source = StaticCredentialProvider(credentials)
        let document = try INIDocument("[default]\na = \(secret)\nb =\n  c = \(secret)\n")
        let settings = SettingSources(
            profile: nil, context: context, profiles: SharedProfiles(config: document, credentials: document))
        let token = try #require(
            SSOToken(
                Data(
                    """
                    {"accessToken":"\(secret)","expiresAt":"2030-01-01T00:00:00Z","refreshToken":"\(secret)",
                    "clientId":"\(secret)","clientSecret":"\(secret)","registrationExpiresAt":"2030-01-01T00:00:00Z"}
                    """.utf8)))
        let memory = SSOTokenMemory()
        memory.keep(token, inPlaceOf: token, at: "/")
        var reader = INIReader()
        try reader.read("[default]"[...].unicodeScalars, number: 1)
        try reader.read("a = \(secret)"[...].unicodeScalars, number: 2)
        var cache = CredentialCache()
        if let number = cache.decide(at: .now).startsFetch {
            _ = cache.finish(number, with: .success(credentials), at: .now)
        }
        let printed = Data(
            #"{"roleCredentials":{"accessKeyId":"hush","secretAccessKey":"hush","sessionToken":"hush","expiration":1}}"#
                .utf8)
        let role = try JSONDecoder().decode(SSORoleCredentials.self, from: printed)
        let keys = try CredentialDocument.read(
            Data(#"{"AccessKeyId":"hush","SecretAccessKey":"hush","Token":"hush"}"#.utf8), from: "a test")
        return [
            ("credentials", credentials), ("context", context), ("static provider", source),
            ("environment provider", EnvironmentCredentialProvider(environment: context.environment)),
            ("process provider", ProcessCredentialProvider(command: "program \(secret)", context: context)),
            ("child process", ChildProcess(path: "/x", arguments: [secret], environment: context.environment)),
            ("output of a process", ChildProcess.Result.output(Data(secret.utf8))),
            (
                "role provider",
                AssumeRoleCredentialProvider(
                    roleARN: "arn", source: source, externalID: secret, region: .euWest1, context: context)
            ),
            (
                "STS call",
                STSCall(
                    action: "AssumeRole", parameters: [(name: "ExternalId", value: secret)], region: .euWest1,
                    context: context)
            ), ("STS answer", try XMLLeaves(Data("<a><b>\(secret)</b></a>".utf8))),
            ("web identity provider", WebIdentityCredentialProvider(roleARN: "arn", context: context)),
            ("container provider", ContainerCredentialProvider(context: context)),
            ("container address", try CredentialAddress("https://h/\(secret)?\(secret)", of: "X", localHosts: [])),
            ("instance provider", InstanceMetadataCredentialProvider(context: context)),
            (
                "SSO provider",
                SSOCredentialProvider(
                    startURL: "https://s", region: .euWest1, accountID: "1", roleName: "r", context: context)
            ), ("SSO token", token), ("SSO refresh grant", try #require(token.refreshGrant)), ("SSO memory", memory),
            ("SSO answer", role), ("SSO answer's members", role.roleCredentials),
            (
                "SSO token source",
                SSOTokenSource(
                    startURL: "https://s", region: .euWest1, sessionName: nil, settings: settings, context: context,
                    memory: memory)
            ), ("document of credentials", keys), ("profile provider", ProfileCredentialProvider(context: context)),
            ("standard chain", DefaultCredentialProvider(context: context)),
            ("caching provider", CachingCredentialProvider(source)), ("cache", cache), ("settings", settings),
            ("profiles", settings.profiles), ("INI document", document), ("INI reader", reader),
            ("INI section", try #require(document.sections.first).section),
            ("INI values", document.sections.flatMap { $0.section.options.values }),
        ]
    }

    @Test("show none of it when they are printed or dumped, alone or inside others")
    func printed() throws {
        for (name, value) in try Self.values() {
            for text in [PrintedForms.all(of: value), PrintedForms.all(of: [name: [value]])] {
                #expect(!text.contains(Self.secret), "\(name)")
                // Data is dumped as numbers.
                #expect(!text.contains("- 104\n"), "\(name)")
            }
        }
    }
}
