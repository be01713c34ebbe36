import Foundation
import SESClient
import SESCore
import SESMonitoring
import SESSigning
import Synchronization

/// Amazon CloudWatch's alarms in memory: keeps every request, and answers in the JSON protocol as the service does.
final class FakeCloudWatch: HTTPTransport {
    struct State {
        var requests: [AWSHTTPRequest] = []
        var alarms: [String: [String: JSONValue]] = [:]
        var refusals: [(operation: String, status: Int, code: String)] = []
        /// Whether the second page names itself as the next.
        var repeatsPages = false
    }

    private let state = Mutex(State())
    private let pageSize: Int

    init(pageSize: Int = 100) { self.pageSize = pageSize }

    var requests: [AWSHTTPRequest] { state.withLock(\.requests) }
    var names: [String] { state.withLock { $0.alarms.keys.sorted() } }

    /// The operations called since the last time, in order.
    func takeOperations() -> [String] {
        state.withLock { state in
            defer { state.requests = [] }
            return state.requests.compactMap(Self.operation)
        }
    }

    /// Puts an alarm there that others made, or changes one.
    func change(_ name: String, _ members: [String: JSONValue]) {
        state.withLock { state in
            state.alarms[name, default: ["AlarmName": .string(name)]].merge(members) { _, new in new }
        }
    }

    /// Changes members of one of an alarm's queries, or of its metric's statistic.
    func changeQuery(_ id: String, of name: String, inStat: Bool = false, _ members: [String: JSONValue]) {
        state.withLock { state in
            guard case .array(let queries) = state.alarms[name]?["Metrics"] else { return }
            let changed = queries.map { query -> JSONValue in
                guard case .object(var query) = query, query["Id"] == .string(id) else { return query }
                if inStat, case .object(let stat) = query["MetricStat"] {
                    query["MetricStat"] = .object(stat.merging(members) { _, new in new })
                } else {
                    query.merge(members) { _, new in new }
                }
                return .object(query)
            }
            state.alarms[name]?["Metrics"] = .array(changed)
        }
    }

    /// Refuses the next call of an operation.
    func refuse(_ operation: String, status: Int = 400, code: String) {
        state.withLock { $0.refusals.append((operation, status, code)) }
    }

    func repeatPages() { state.withLock { $0.repeatsPages = true } }

    func execute(_ request: AWSHTTPRequest, limits: TransportLimits) async throws -> AWSHTTPResponse {
        try state.withLock { state in
            state.requests.append(request)
            let operation = Self.operation(request) ?? ""
            if let index = state.refusals.firstIndex(where: { $0.operation == operation }) {
                let refusal = state.refusals.remove(at: index)
                let body = #"{"__type":"\#(refusal.code)","message":"about jane@example.org"}"#
                return AWSHTTPResponse(status: refusal.status, body: Data(body.utf8))
            }
            guard case .object(let input) = try JSONDecoder().decode(JSONValue.self, from: request.body) else {
                return AWSHTTPResponse(status: 400, body: Data())
            }
            let output = try answer(operation, input, &state)
            return AWSHTTPResponse(status: 200, body: try JSONEncoder().encode(JSONValue.object(output)))
        }
    }

    private static func operation(_ request: AWSHTTPRequest) -> String? {
        request.headers["X-Amz-Target"].map { String($0.split(separator: ".").last ?? "") }
    }

    private func answer(
        _ operation: String, _ input: [String: JSONValue], _ state: inout State
    ) throws -> [String: JSONValue] {
        switch operation {
        case "PutMetricAlarm":
            guard case .string(let name) = input["AlarmName"] else { return [:] }
            var alarm = input
            // What the service adds.
            alarm["AlarmArn"] = .string("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:" + name)
            alarm["StateValue"] = .string("INSUFFICIENT_DATA")
            alarm["StateUpdatedTimestamp"] = .number(1_746_090_000.5)
            alarm["EvaluationWindow"] = .object(["SlidingWindow": .object([:])])
            for member in ["OKActions", "AlarmActions", "InsufficientDataActions", "Dimensions"] {
                alarm[member] = alarm[member] ?? .array([])
            }
            if case .array(let metrics) = alarm["Metrics"] { alarm["Metrics"] = .array(metrics.reversed()) }
            state.alarms[name] = alarm
            return [:]
        case "DeleteAlarms":
            guard case .array(let names) = input["AlarmNames"] else { return [:] }
            for case .string(let name) in names { state.alarms[name] = nil }
            return [:]
        default:
            guard case .string(let prefix) = input["AlarmNamePrefix"] else { return [:] }
            var start = 0
            if case .string(let token) = input["NextToken"] { start = Int(token) ?? 0 }
            let found = state.alarms.keys.filter { $0.hasPrefix(prefix) }.sorted()
            let page = found.dropFirst(start).prefix(pageSize)
            let next = state.repeatsPages ? min(start + pageSize, pageSize) : start + pageSize
            return [
                "CompositeAlarms": .array([]),
                "MetricAlarms": .array(page.compactMap { state.alarms[$0].map(JSONValue.object) }),
                "NextToken": next < found.count ? .string(String(next)) : .null,
            ]
        }
    }
}

extension CloudWatchAlarmClient {
    /// A client of alarms in memory, whose waits take no time.
    init(_ fake: FakeCloudWatch, interval: Duration = .zero, clock: any Clock<Duration> = ContinuousClock()) throws {
        try self.init(
            region: .euWest1,
            credentials: StaticCredentialProvider(
                AWSCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "secret")),
            transport: fake, requestInterval: interval,
            configuration: SESv2Client.Configuration(clock: clock, retry: .off, settings: AWSSettings()))
    }
}
