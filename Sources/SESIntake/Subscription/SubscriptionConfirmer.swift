import SESClient
import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Confirms subscriptions by the call `ConfirmSubscription`, made of the topic and the token.
///
/// The address that a message asks to visit is never followed: it would let whoever gets a message past the checks choose where
/// this machine calls.
///
/// AWS: Amazon SNS API reference, `ConfirmSubscription`, version 2010-03-31.
struct SubscriptionConfirmer: Sendable {
    private static let attempts = 2
    private static let maximumBytes = 64 << 10

    let confirmation: SNSConfirmation
    let exchange: BoundedExchange
    let now: @Sendable () -> Date

    /// Confirms a subscription that a verified message asks about.
    ///
    /// - Returns: The subscription's name; nil if nothing is to be confirmed.
    /// - Throws: ``SESIntakeError`` with the code `confirmationFailed`, `confirmationRefused` or `interrupted`.
    func confirm(_ topic: SNSTopic, token: String) async throws(SESIntakeError) -> ARN? {
        if case .never = confirmation.way { return nil }
        var attempt = 1
        while true {
            let response: AWSHTTPResponse
            do throws(BoundedExchange.Failure) {
                response = try await exchange.answer(responseBytes: Self.maximumBytes) {
                    try await request(topic, token)
                }
            } catch {
                if case .cancelled = error { throw Self.interrupted(error) }
                // After a deadline there is no time for another: SNS itself waits no longer than 15 seconds.
                guard attempt < Self.attempts, case .transport(let cause) = error, cause.kind != .timedOut else {
                    throw Self.failure("\(topic.host): \(error.text)", error.underlyingError)
                }
                attempt += 1
                continue
            }
            if response.status >= 500, attempt < Self.attempts {
                attempt += 1
                continue
            }
            return try Self.subscription(in: response, of: topic)
        }
    }

    private func request(_ topic: SNSTopic, _ token: String) async throws(BoundedExchange.Failure) -> AWSHTTPRequest {
        var parameters = [("Action", "ConfirmSubscription"), ("Version", "2010-03-31")]
        parameters += [("TopicArn", topic.arn.rawValue), ("Token", token)]
        var credentials: AWSCredentials?
        if case .signed(let provider) = confirmation.way {
            parameters.append(("AuthenticateOnUnsubscribe", "true"))
            do {
                credentials = try await provider.credentials()
            } catch {
                throw error is CancellationError ? .cancelled : .credentials(error)
            }
        }
        let form = parameters.map { "\($0)=\(PercentEncoding.encode($1))" }.joined(separator: "&")
        var request = AWSHTTPRequest(
            method: "POST", host: topic.host, path: "/",
            headers: ["Content-Type": "application/x-www-form-urlencoded; charset=utf-8", "Accept": "text/xml"],
            body: Data(form.utf8))
        if let credentials {
            SigV4Signer(service: "sns", region: topic.region.rawValue).sign(&request, with: credentials, at: now())
        }
        return request
    }

    private static func subscription(
        in response: AWSHTTPResponse, of topic: SNSTopic
    ) throws(SESIntakeError) -> ARN {
        guard response.status == 200 else {
            let code = (try? XMLLeaves(response.body))?.texts["ErrorResponse/Error/Code"] ?? ""
            let name = !code.isEmpty && code.utf8.allSatisfy(\.isASCIIAlphanumeric) ? " \(code)" : ""
            let text = "\(topic.host) answered \(response.status)\(name)"
            guard (400..<500).contains(response.status), response.status != 429 else { throw failure(text, nil) }
            throw SESIntakeError(.confirmationRefused, message: text)
        }
        let path = "ConfirmSubscriptionResponse/ConfirmSubscriptionResult/SubscriptionArn"
        guard let name = (try? XMLLeaves(response.body))?.texts[path], name.hasPrefix("\(topic.arn.rawValue):") else {
            throw failure("\(topic.host) answered without the subscription's name", nil)
        }
        return ARN(rawValue: name)
    }

    private static func failure(_ text: String, _ error: (any Error)?) -> SESIntakeError {
        SESIntakeError(.confirmationFailed, message: text, underlyingError: error)
    }

    private static func interrupted(_ error: BoundedExchange.Failure) -> SESIntakeError {
        SESIntakeError(.interrupted, message: error.text, underlyingError: CancellationError())
    }
}
