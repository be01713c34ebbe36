import Foundation
import SESClient
import SESSigning
import Testing

@Suite("Credential providers")
struct CredentialProviderTests {
    @Test("the static one gives what it was given")
    func fixed() async throws {
        let credentials = AWSCredentials(accessKeyID: "id", secretAccessKey: "key", sessionToken: "token")
        #expect(try await StaticCredentialProvider(credentials).credentials() == credentials)
    }

    @Test(
        "the environment's token may have its older name; an empty one counts as missing",
        arguments: [
            ([:], nil), (["AWS_SESSION_TOKEN": "new"], "new"), (["AWS_SECURITY_TOKEN": "old"], "old"),
            (["AWS_SESSION_TOKEN": "new", "AWS_SECURITY_TOKEN": "old"], "new"), (["AWS_SESSION_TOKEN": ""], nil),
            (["AWS_SESSION_TOKEN": "", "AWS_SECURITY_TOKEN": "old"], "old"),
        ] as [([String: String], String?)])
    func token(variables: [String: String], token: String?) async throws {
        let pair = ["AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "key"]
        let provider = EnvironmentCredentialProvider(environment: pair.merging(variables) { $1 })
        let expected = AWSCredentials(accessKeyID: "id", secretAccessKey: "key", sessionToken: token)
        #expect(try await provider.credentials() == expected)
    }

    @Test("an environment with neither key has no credentials")
    func missing() async {
        for environment in [[:], ["AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""]] {
            let provider = EnvironmentCredentialProvider(environment: environment)
            let error = await #expect(throws: SESv2Error.self) { try await provider.credentials() }
            #expect(error?.code == .noCredentials)
            #expect(error?.message == "the environment has no AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY")
        }
    }

    @Test(
        "half of the environment's keys is a fault that names the other half and shows nothing; nobody else is asked",
        arguments: [
            (["AWS_ACCESS_KEY_ID": "AKIDSECRET"], "AWS_SECRET_ACCESS_KEY isn't"),
            (["AWS_SECRET_ACCESS_KEY": "SECRET"], "AWS_ACCESS_KEY_ID isn't"),
            (["AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": "SECRET"], "AWS_ACCESS_KEY_ID isn't"),
        ])
    func half(environment: [String: String], words: String) async throws {
        let home = try CredentialHome(credentials: "[default]\naws_access_key_id = i\naws_secret_access_key = s")
        let providers: [any CredentialProvider] = [
            EnvironmentCredentialProvider(environment: environment),
            DefaultCredentialProvider(context: home.context(environment)),
        ]
        for provider in providers {
            let error = await #expect(throws: SESv2Error.self) { try await provider.credentials() }
            #expect(error?.code == .invalidSettings)
            #expect(error?.message.hasSuffix("is set, but \(words)") == true)
            let printed = error.map { PrintedForms.all(of: $0) } ?? ""
            #expect(!printed.replacing("AWS_SECRET_ACCESS_KEY", with: "").contains("SECRET"))
        }
    }

    @Test("the environment says when temporary credentials end")
    func expiration() async throws {
        let variables = [
            "AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_SESSION_TOKEN": "token-of",
            "AWS_CREDENTIAL_EXPIRATION": "2026-01-02T04:04:05Z",
        ]
        let date = ManualDate()
        let provider = EnvironmentCredentialProvider(environment: variables) { date.now }
        #expect(try await provider.credentials().expiration == ManualDate.start.addingTimeInterval(3600))
        date.advance(minutes: 60)
        await expectFailure(provider, .credentialsUnavailable, "AWS_CREDENTIAL_EXPIRATION is over")
        let unreadable = variables.merging(["AWS_CREDENTIAL_EXPIRATION": "secret"]) { $1 }
        await expectFailure(
            EnvironmentCredentialProvider(environment: unreadable), .credentialsUnavailable,
            "AWS_CREDENTIAL_EXPIRATION isn't an ISO 8601 time")
    }
}
