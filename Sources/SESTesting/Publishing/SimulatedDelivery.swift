public import SESCore

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What one event destination got: the bytes its transport carries, and where they went.
public struct SimulatedDelivery: Equatable, Sendable {
    /// The configuration set it comes from.
    public let configurationSet: ConfigurationSetName
    /// The event destination it went through.
    public let eventDestination: EventDestinationName
    /// The topic, stream, bus, application or metrics it went to.
    public let target: EventDestinationTarget
    /// The bytes: an SNS envelope, a Firehose record, an EventBridge event, a CloudWatch datum, a Pinpoint event.
    public let body: Data
    /// When it went.
    public let date: Date
}
