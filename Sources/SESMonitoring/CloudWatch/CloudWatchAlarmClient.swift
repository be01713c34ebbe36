/// Brings the alarms of Amazon CloudWatch in one account and region to what is wanted.
///
/// ```swift
/// let cloudWatch = try CloudWatchAlarmClient(region: .euWest1)
/// let plan = try await cloudWatch.plan(translation.alarms, namePrefix: "shop/")   // reads, changes nothing
/// print(plan)
/// try await cloudWatch.apply(plan)
/// ```
///
/// An alarm of this library ends its description with a line such as `[managed by swift-ses: shop/]`, which has the prefix it was
/// made under. Those of the same prefix are updated and deleted; others are never touched, nor are those of a longer prefix.
///
/// It needs `cloudwatch:DescribeAlarms`, `cloudwatch:PutMetricAlarm` and `cloudwatch:DeleteAlarms`.
///
/// AWS: Amazon CloudWatch API Reference, `DescribeAlarms`, `PutMetricAlarm`, `DeleteAlarms`.
public struct CloudWatchAlarmClient: Sendable {
    /// The region whose alarms it works on: that of the configuration sets, whose metrics are there.
    public let region: Region
    private let calls: CloudWatchCalls

    /// Creates a client; nothing is called yet.
    ///
    /// - Parameters:
    ///   - region: The region of the alarms, the metrics and the topics.
    ///   - credentials: Where credentials come from; by default the standard AWS chain, `DefaultCredentialProvider`.
    ///   - transport: What carries the requests.
    ///   - endpointURL: An address to call instead of Amazon CloudWatch, such as `http://127.0.0.1:5000` for a local test server;
    ///     `http` is taken for loopback addresses only.
    ///   - requestInterval: The time between two requests; 350 ms by default, as AWS takes three `PutMetricAlarm` a second.
    ///   - configuration: Limits, clocks, repetitions and observers of calls, as a client of SES has them; its endpoint isn't used.
    /// - Throws: ``SESMonitoringError`` with the code `invalidSettings`.
    public init(
        region: Region, credentials: (any CredentialProvider)? = nil,
        transport: any HTTPTransport = DefaultTransport.shared, endpointURL: String? = nil,
        requestInterval: Duration = .milliseconds(350),
        configuration: SESv2Client.Configuration = SESv2Client.Configuration()
    ) throws(SESMonitoringError) {
        guard requestInterval >= .zero else {
            throw SESMonitoringError(.invalidSettings, message: "requestInterval must be 0 at least")
        }
        self.region = region
        do throws(SESv2Error) {
            let caller = try JSONServiceCaller(
                service: "monitoring", operationPrefix: "GraniteServiceVersion20100801", region: region,
                url: endpointURL ?? "https://monitoring.\(region).\(region.partition.dnsSuffix)",
                credentials: credentials, transport: transport, configuration: configuration)
            calls = CloudWatchCalls(caller: caller, interval: requestInterval)
        } catch {
            throw SESMonitoringError(.invalidSettings, message: error.message, underlyingError: error)
        }
    }

    /// Compares what is wanted with the account; changes nothing.
    ///
    /// One request for each 100 alarms that there are under the prefix.
    ///
    /// - Parameters:
    ///   - alarms: What is wanted; names that begin with the prefix, each once. With none, all of the prefix are deleted.
    ///   - namePrefix: The beginning of the names it is about, 1 to 255 characters.
    /// - Returns: What ``apply(_:willMake:)`` would change.
    /// - Throws: ``SESMonitoringError``, `invalidSettings` before anything is read if an alarm breaks a rule, `serviceRefused`
    ///   if it can't be read what there is; `CancellationError`.
    public func plan(_ alarms: [CloudWatchAlarm], namePrefix: String) async throws -> CloudWatchAlarmPlan {
        try Self.check(alarms, namePrefix)
        var found: [CloudWatchWire.FoundAlarm] = []
        var token: String?
        var seen: Set<String> = []
        repeat {
            let page = try await calls.describe(namePrefix, from: token, isFirst: token == nil)
            found += page.alarms ?? []
            token = page.nextToken.flatMap { $0.isEmpty ? nil : $0 }
            if let token, !seen.insert(token).inserted {
                throw SESMonitoringError(
                    .serviceRefused, message: "Amazon CloudWatch: DescribeAlarms: a page that was there comes again")
            }
        } while token != nil
        return CloudWatchAlarmPlan(
            alarms, found: found.filter { $0.alarm.name.hasPrefix(namePrefix) }, namePrefix: namePrefix)
    }

    /// Makes the changes of a plan, one after the other.
    ///
    /// It may be interrupted anywhere: applying the same plan or a new one finishes the job. What is new comes first, so that
    /// nothing is unwatched meanwhile.
    ///
    /// - Parameters:
    ///   - plan: The changes, from ``plan(_:namePrefix:)``.
    ///   - willMake: Told of each change before it is made.
    /// - Returns: The changes that were made.
    /// - Throws: ``SESMonitoringError``, `invalidSettings` before anything is changed if the plan has conflicts, `serviceRefused`
    ///   of the change that failed, those after it weren't tried; `CancellationError`.
    @discardableResult
    public func apply(
        _ plan: CloudWatchAlarmPlan, willMake: (@Sendable (CloudWatchAlarmChange) -> Void)? = nil
    ) async throws -> [CloudWatchAlarmChange] {
        if let name = plan.conflicts.first {
            throw SESMonitoringError(
                .invalidSettings,
                message: "alarm '\(name)' is there and was made by others; \(plan.conflicts.count) such in all")
        }
        var made: [CloudWatchAlarmChange] = []
        var obsolete: [CloudWatchAlarmChange] = []
        for change in plan.changes {
            switch change.action {
            case .create(let alarm), .update(let alarm):
                willMake?(change)
                try await calls.put(CloudWatchWire.marked(alarm, plan.namePrefix))
                made.append(change)
            case .delete: obsolete.append(change)
            }
        }
        while !obsolete.isEmpty {
            let batch = obsolete.prefix(CloudWatchWire.Delete.batchSize)
            for change in batch { willMake?(change) }
            try await calls.delete(batch.map(\.alarmName))
            made += batch
            obsolete.removeFirst(batch.count)
        }
        return made
    }

    /// Brings the account to what is wanted: plans and applies.
    ///
    /// - Parameters:
    ///   - alarms: What is wanted; names that begin with the prefix, each once. With none, all of the prefix are deleted.
    ///   - namePrefix: The beginning of the names it is about, 1 to 255 characters.
    ///   - willMake: Told of each change before it is made.
    /// - Returns: The changes that were made; empty if the account was as wanted.
    /// - Throws: ``SESMonitoringError`` as ``plan(_:namePrefix:)`` and ``apply(_:willMake:)`` do; `CancellationError`.
    @discardableResult
    public func apply(
        _ alarms: [CloudWatchAlarm], namePrefix: String,
        willMake: (@Sendable (CloudWatchAlarmChange) -> Void)? = nil
    ) async throws -> [CloudWatchAlarmChange] {
        try await apply(plan(alarms, namePrefix: namePrefix), willMake: willMake)
    }

    private static func check(_ alarms: [CloudWatchAlarm], _ namePrefix: String) throws(SESMonitoringError) {
        guard (1...255).contains(namePrefix.unicodeScalars.count) else {
            throw SESMonitoringError(.invalidSettings, message: "namePrefix must be 1 to 255 characters")
        }
        var names: Set<String> = []
        for alarm in alarms {
            try alarm.validate()
            func fault(_ text: String) -> SESMonitoringError { CloudWatchAlarmFault(text).error(of: alarm.name) }
            if let fault = CloudWatchWire.marked(alarm, namePrefix).fault { throw fault.error(of: alarm.name) }
            guard alarm.name.hasPrefix(namePrefix) else { throw fault("its name must begin with '\(namePrefix)'") }
            guard names.insert(alarm.name).inserted else { throw fault("there are two of this name") }
        }
    }
}

extension CloudWatchAlarmClient: CustomReflectable {
    /// The region alone: what else a client has is credentials and connections at work.
    public var customMirror: Mirror { Mirror(self, children: ["region": region]) }
}
