public import SESClient
import SESCore

/// Pauses a configuration set when a critical alert says so: nothing is sent with it until somebody turns it on again.
///
/// It acts only on alerts of rules that were given `pausesSending` and the severity `.critical`, about all mail of one named set. A set is
/// paused once for an alert: when you have resumed it while the alert isn't over, it stays so.
///
/// ```swift
/// let guardian = SendingGuard(client: ses)
/// let outcome = try await guardian.act(on: alert)
/// ```
///
/// **Sends with a paused set fail** with ``/SESClient/SESv2Error/Code/sendingPaused``: they aren't kept for later. It needs
/// `ses:GetConfigurationSet` and `ses:PutConfigurationSetSendingOptions`.
public actor SendingGuard {
    /// What became of an alert.
    @nonexhaustive
    public enum Outcome: Sendable, Hashable {
        /// The set is paused now.
        case paused(Resumption)
        /// The set was paused already; nothing was changed.
        case alreadyPaused(Resumption)
        /// The alert isn't one to act on, and why.
        case ignored(Reason)
    }

    /// Why an alert isn't one to act on.
    @nonexhaustive
    public enum Reason: String, Sendable, Hashable {
        /// It says that something is over.
        case cleared
        /// Its rule doesn't have `pausesSending`.
        case notAllowed
        /// Its severity isn't `.critical`.
        case notCritical
        /// It isn't about all mail of one named set.
        case notAWholeSet
        /// This guard acted on it before.
        case handledBefore
    }

    /// How to have a set send again.
    public struct Resumption: Sendable, Hashable, CustomStringConvertible {
        /// The set.
        public let configurationSet: ConfigurationSetName
        /// The set's region.
        public let region: Region

        /// The line of Swift that resumes it, with a client named `ses`.
        public var swift: String {
            "try await ses.putConfigurationSetSendingOptions(\"\(configurationSet)\", SendingOptions(sendingEnabled: true))"
        }

        /// The line for the AWS CLI that resumes it.
        public var commandLine: String {
            "aws sesv2 put-configuration-set-sending-options --configuration-set-name \(configurationSet)"
                + " --sending-enabled --region \(region)"
        }

        /// What was done and how to undo it, in a few lines.
        public var description: String {
            """
            Configuration set \(configurationSet) in \(region) is paused: sends with it fail. Resume it with
            \(commandLine)
            or
            \(swift)
            """
        }
    }

    /// How many alerts are remembered.
    private static let memory = 1000

    private let client: SESv2Client
    private var handled: [String] = []

    /// Creates a guard.
    ///
    /// - Parameter client: A client of the account and region that the sets are in.
    public init(client: SESv2Client) {
        self.client = client
    }

    /// Pauses the alert's set, if the alert is one to act on.
    ///
    /// - Parameter alert: The alert.
    /// - Returns: What was done.
    /// - Throws: ``SESMonitoringError`` with the code `serviceRefused`, or `notDelivered` if there was no answer or the service failed; then
    ///   the alert can be given again. `CancellationError`.
    public func act(on alert: MonitorAlert) async throws -> Outcome {
        guard alert.state == .raised else { return .ignored(.cleared) }
        guard alert.rule.pausesSending else { return .ignored(.notAllowed) }
        guard alert.rule.severity == .critical else { return .ignored(.notCritical) }
        guard alert.subject.part == nil,
            let name = alert.subject.configurationSet.map(ConfigurationSetName.init(rawValue:)),
            (try? name.validate(at: FieldPath("ConfigurationSetName"))) != nil
        else { return .ignored(.notAWholeSet) }
        guard !handled.contains(alert.id) else { return .ignored(.handledBefore) }
        // Before the calls, so that the same alert given twice at once is acted on once.
        handled.append(alert.id)
        if handled.count > Self.memory { handled.removeFirst(handled.count - Self.memory) }
        do {
            return try await pause(name)
        } catch {
            handled.removeAll { $0 == alert.id }
            throw error
        }
    }

    private func pause(_ name: ConfigurationSetName) async throws -> Outcome {
        let resumption = Resumption(configurationSet: name, region: client.region)
        do {
            let set = try await client.getConfigurationSet(name)
            guard set.sendingOptions?.sendingEnabled != false else { return .alreadyPaused(resumption) }
            try await client.putConfigurationSetSendingOptions(name, SendingOptions(sendingEnabled: false))
            return .paused(resumption)
        } catch let error as SESv2Error {
            throw Self.failure(error, name)
        }
    }

    private static func failure(_ error: SESv2Error, _ name: ConfigurationSetName) -> SESMonitoringError {
        let passes = [.throttled, .serviceFailure, .timedOut, .connectionFailed, .connectionLost].contains(error.code)
        return SESMonitoringError(
            passes ? .notDelivered : .serviceRefused,
            message: "configuration set \(name) couldn't be paused: \(error.code)", underlyingError: error)
    }
}
