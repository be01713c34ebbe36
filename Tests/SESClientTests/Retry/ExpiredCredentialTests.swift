import Foundation
import SESClient
import SESCore
import SESSigning
import Synchronization
import Testing

@Suite("Credentials that have expired")
struct ExpiredCredentialTests {
    private static func credentials(_ name: String) -> AWSCredentials {
        AWSCredentials(accessKeyID: name, secretAccessKey: "secret", sessionToken: "token")
    }

    /// Keeps credentials until it is told that they were refused.
    private final class Keeping: CredentialProvider {
        private let state: Mutex<(left: [String], invalidated: [String])>

        init(_ names: [String]) { state = Mutex((names, [])) }

        var invalidated: [String] { state.withLock(\.invalidated) }

        func credentials() async throws -> AWSCredentials {
            guard let name = state.withLock({ $0.left.first }) else {
                throw SESv2Error(.noCredentials, message: "there are no more")
            }
            return ExpiredCredentialTests.credentials(name)
        }

        func invalidate(_ credentials: AWSCredentials) async {
            state.withLock { state in
                state.invalidated.append(credentials.accessKeyID)
                state.left.removeAll { $0 == credentials.accessKeyID }
            }
        }
    }

    /// A service that takes only credentials of one name.
    private func service(taking name: String, refusal: String = "ExpiredTokenException") -> RecordingTransport {
        RecordingTransport { request, _ in
            guard request.headers["Authorization"]?.contains("Credential=\(name)/") == true else {
                return AWSHTTPResponse(status: 403, headers: ["x-amzn-ErrorType": refusal])
            }
            return AWSHTTPResponse(status: 200, body: Data(#"{"MessageId":"m-1"}"#.utf8))
        }
    }

    @Test("are replaced, and the call is repeated, sends too", arguments: ["ExpiredTokenException", "ExpiredToken"])
    func replaced(refusal: String) async throws {
        let provider = Keeping(["OLD", "NEW"])
        let transport = service(taking: "NEW", refusal: refusal)
        let client = try SESv2Client.test(transport, credentials: provider)
        try await client.send(.test, configurationSet: "s")
        #expect(transport.requests.count == 2)
        #expect(provider.invalidated == ["OLD"])
        _ = try await client.getAccount()
        #expect(transport.requests.count == 3)
    }

    @Test("are replaced once in a call")
    func once() async throws {
        let provider = Keeping(["OLD", "OLDER", "NEW"])
        let transport = service(taking: "NEW")
        let client = try SESv2Client.test(transport, credentials: provider)
        let error = await #expect(throws: SESv2Error.self) { _ = try await client.getAccount() }
        #expect(error?.code == .credentialsExpired && error?.attempts == 2)
        #expect(provider.invalidated == ["OLD"])
    }

    @Test("of a provider that has no others end the call")
    func noOthers() async throws {
        let transport = service(taking: "NEW")
        let client = try SESv2Client.test(
            transport, credentials: StaticCredentialProvider(Self.credentials("OLD")))
        let error = await #expect(throws: SESv2Error.self) { try await client.send(.test, configurationSet: "s") }
        #expect(error?.code == .credentialsExpired && error?.attempts == 1)
        let failing = Keeping(["OLD"])
        let another = try SESv2Client.test(transport, credentials: failing)
        let missing = await #expect(throws: SESv2Error.self) { try await another.send(.test, configurationSet: "s") }
        #expect(missing?.code == .noCredentials && missing?.attempts == 1)
    }

    @Test(
        "are the only ones that the provider is told of", arguments: ["AccessDeniedException", "InvalidClientTokenId"])
    func otherRefusals(refusal: String) async throws {
        let provider = Keeping(["OLD", "NEW"])
        let transport = service(taking: "NEW", refusal: refusal)
        let client = try SESv2Client.test(transport, credentials: provider)
        await #expect(throws: SESv2Error.self) { _ = try await client.getAccount() }
        #expect(transport.requests.count == 1 && provider.invalidated.isEmpty)
    }

    @Test("aren't asked about where nothing is repeated")
    func off() async throws {
        let provider = Keeping(["OLD", "NEW"])
        let client = try SESv2Client.test(
            service(taking: "NEW"), credentials: provider, configuration: .init(retry: .off))
        await #expect(throws: SESv2Error.self) { _ = try await client.getAccount() }
        #expect(provider.invalidated.isEmpty)
    }
    @Test("that come back with another end are the same, and nothing is repeated")
    func otherEnd() async throws {
        let transport = service(taking: "NEW")
        let provider = ScriptedProvider { .temporary("OLD", minutes: 60 + Double($0)) }
        let client = try SESv2Client.test(transport, credentials: provider)
        let error = await #expect(throws: SESv2Error.self) { _ = try await client.getAccount() }
        #expect(error?.code == .credentialsExpired && error?.attempts == 1)
        #expect(provider.count == 2)
    }
}
