import SESClient
import SESSigning
import Testing

@Suite("A chain of providers")
struct CredentialProviderChainTests {
    struct Outage: Error {}

    private func nothing(_ why: String = "not set up") -> ScriptedProvider {
        ScriptedProvider { _ in throw SESv2Error(.noCredentials, message: why) }
    }

    @Test("gives the first credentials there are and asks nobody after them")
    func order() async throws {
        let (first, third) = (nothing(), ScriptedProvider { _ in .temporary("3", minutes: 60) })
        let chain = CredentialProviderChain([
            "first": first, "second": StaticCredentialProvider(.keys), "third": third,
        ])
        #expect(chain.source == nil)
        #expect(try await chain.credentials() == .keys)
        #expect(chain.source == "second")
        #expect(third.count == 0)
    }

    @Test("remembers who gave them")
    func memory() async throws {
        let first = nothing()
        let chain = CredentialProviderChain(["first": first, "second": StaticCredentialProvider(.keys)])
        for _ in 0..<3 { _ = try await chain.credentials() }
        #expect(first.count == 1)
    }

    @Test("is walked again when the remembered one has none any more")
    func fallback() async throws {
        let first = ScriptedProvider { number in
            guard number == 1 else { throw SESv2Error(.noCredentials, message: "gone") }
            return .keys
        }
        let second = ScriptedProvider { _ in .temporary("2", minutes: 60) }
        let chain = CredentialProviderChain(["first": first, "second": second])
        #expect(try await chain.credentials() == .keys)
        #expect(try await chain.credentials().accessKeyID == "ASIA2")
        #expect(chain.source == "second")
    }

    @Test("ends at one that is set up and fails, and is open again afterwards")
    func failure() async throws {
        let first = ScriptedProvider { number in
            guard number > 1 else { throw SESv2Error(.credentialsUnavailable, message: "STS is away") }
            return .keys
        }
        let second = ScriptedProvider { _ in .temporary("2", minutes: 60) }
        let chain = CredentialProviderChain(["web": first, "second": second])
        await expectFailure(chain, .credentialsUnavailable, "web: STS is away")
        #expect(second.count == 0)
        #expect(try await chain.credentials() == .keys)
    }

    @Test("keeps an error of another kind as the reason")
    func foreign() async {
        let chain = CredentialProviderChain(["vault": ScriptedProvider { _ in throw Outage() }])
        let error = await #expect(throws: SESv2Error.self) { try await chain.credentials() }
        #expect(error?.code == .credentialsUnavailable)
        #expect(error?.message == "vault failed")
        #expect(error?.underlyingError is Outage)
    }

    @Test("names everybody it asked and what each misses")
    func reasons() async {
        let chain = CredentialProviderChain(["a": nothing("no key"), "b": nothing("no file")])
        await expectFailure(chain, .noCredentials, "a: no key; b: no file")
        await expectFailure(CredentialProviderChain([:]), .noCredentials)
    }

    @Test("passes a refusal on, and a cancellation up")
    func passing() async throws {
        let source = ScriptedProvider { _ in .keys }
        let chain = CredentialProviderChain(["none": nothing(), "keys": source])
        await chain.invalidate(.keys)
        #expect(source.invalidated == [.keys])
        let cancelled = CredentialProviderChain(["x": ScriptedProvider { _ in throw CancellationError() }])
        await #expect(throws: CancellationError.self) { try await cancelled.credentials() }
    }
}
