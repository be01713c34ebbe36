import SESSigning
import SESValues

extension SESv2Client {
    /// What a client consists of.
    final class Parts: Sendable {
        let region: Region
        let configuration: Configuration
        let credentialProvider: any CredentialProvider
        let transport: any HTTPTransport
        /// The transport, if it keeps an exchange's time by itself on the clock that counts.
        let timedTransport: (any TimedTransport)?
        let endpoint: Endpoint
        let signer: SigV4Signer
        let userAgent: String
        let alarms: Alarms
        let retryQuota: RetryQuota
        let clockSkew: ClockSkew

        init(
            _ region: Region, _ credentials: any CredentialProvider, _ transport: any HTTPTransport,
            _ configuration: Configuration, _ endpoint: Endpoint
        ) {
            self.region = region
            self.configuration = configuration
            self.transport = transport
            self.endpoint = endpoint
            credentialProvider = credentials
            signer = SigV4Signer(service: "ses", region: region.rawValue)
            userAgent = UserAgent.text(applicationID: configuration.applicationID)
            alarms = .on(configuration.clock)
            timedTransport = alarms === Alarms.system ? transport as? any TimedTransport : nil
            retryQuota = RetryQuota()
            clockSkew = ClockSkew()
        }

        /// The same parts with another configuration of retries.
        init(_ other: Parts, _ configuration: Configuration) {
            self.configuration = configuration
            region = other.region
            transport = other.transport
            timedTransport = other.timedTransport
            endpoint = other.endpoint
            credentialProvider = other.credentialProvider
            signer = other.signer
            userAgent = other.userAgent
            alarms = other.alarms
            retryQuota = other.retryQuota
            clockSkew = other.clockSkew
        }
    }

    var credentialProvider: any CredentialProvider { parts.credentialProvider }
    var transport: any HTTPTransport { parts.transport }
    var timedTransport: (any TimedTransport)? { parts.timedTransport }
    var endpoint: Endpoint { parts.endpoint }
    var signer: SigV4Signer { parts.signer }
    var userAgent: String { parts.userAgent }
    var alarms: Alarms { parts.alarms }
    var retryQuota: RetryQuota { parts.retryQuota }
    var clockSkew: ClockSkew { parts.clockSkew }
}
