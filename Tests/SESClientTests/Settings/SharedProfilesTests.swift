import Foundation
import Testing

@testable import SESClient
@testable import SESConnection

@Suite("The shared files")
struct SharedProfilesTests {
    @Test("have profiles, sessions and services, each under its name")
    func kinds() throws {
        let home = try CredentialHome(
            config: """
                [default]
                region = a
                [profile one]
                region = b
                [profile "two words"]
                region = c
                [sso-session s]
                sso_region = d
                [services v]
                sesv2 =
                  endpoint_url = https://e
                [one]
                region = no profile
                [preview]
                x = y
                """)
        let profiles = try SharedProfiles(context: home.context())
        #expect(profiles.profile("default")?["region"] == "a")
        #expect(profiles.profile("one")?["region"] == "b")
        #expect(profiles.profile("two words")?["region"] == "c")
        #expect(profiles.profile("preview") == nil)
        #expect(profiles.ssoSessions["s"]?["sso_region"] == "d")
        #expect(profiles.services["v"]?.options["sesv2"] == .nested(["endpoint_url": "https://e"]))
    }

    @Test("are merged, and the credentials file wins")
    func merged() throws {
        let home = try CredentialHome(
            config: "[profile x]\nregion = a\noutput = json", credentials: "[x]\nregion = b\naws_access_key_id = i")
        let profile = try SharedProfiles(context: home.context()).profile("x")
        #expect(profile?["region"] == "b")
        #expect(profile?["output"] == "json")
        #expect(profile?["aws_access_key_id"] == "i")
    }

    @Test("are where the variables say, a tilde being the home")
    func paths() throws {
        let home = try CredentialHome(config: "[default]\nregion = usual")
        let other = try home.write("other/config", "[default]\nregion = other")
        func region(_ variables: [String: String]) throws -> String? {
            try SharedProfiles(context: home.context(variables)).profile("default")?["region"]
        }
        #expect(try region([:]) == "usual")
        #expect(try region(["AWS_CONFIG_FILE": other]) == "other")
        #expect(try region(["AWS_CONFIG_FILE": "~/other/config"]) == "other")
        #expect(try region(["AWS_SHARED_CREDENTIALS_FILE": other]) == "other")
        #expect(try region(["AWS_CONFIG_FILE": "/nowhere/config"]) == nil)
    }

    @Test("that don't exist have nothing, nor has a machine without a home")
    func missing() throws {
        #expect(try SharedProfiles(context: CredentialHome().context()).profile("default") == nil)
        let homeless = CredentialContext(environment: [:], transport: RecordingTransport())
        #expect(try SharedProfiles(context: homeless).profile("default") == nil)
        #expect(homeless.configFile == nil)
    }

    @Test("that can't be read are named, with the line")
    func unreadable() throws {
        let home = try CredentialHome(credentials: "[default]\naws_secret_access_key secret")
        let error = #expect(throws: SESv2Error.self) { try SharedProfiles(context: home.context()) }
        #expect(error?.code == .invalidSettings)
        #expect(error?.message.hasPrefix("line 2 of \(home.path)/.aws/credentials is no") == true)
        #expect(error.map { PrintedForms.all(of: $0).contains("secret ") } == false)
        try Data([0xFF, 0xFE]).write(to: URL(filePath: "\(home.path)/.aws/credentials"))
        let binary = #expect(throws: SESv2Error.self) { try SharedProfiles(context: home.context()) }
        #expect(binary?.message.contains("isn't UTF-8") == true)
        let folder = #expect(throws: SESv2Error.self) {
            try SharedProfiles(context: home.context(["AWS_CONFIG_FILE": home.path]))
        }
        #expect(folder?.message.contains("isn't a regular file") == true)
    }
}
