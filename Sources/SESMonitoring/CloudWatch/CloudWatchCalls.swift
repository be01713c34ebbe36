import SESClient

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The calls that a client of alarms makes, never faster than CloudWatch takes them.
struct CloudWatchCalls: Sendable {
    let caller: JSONServiceCaller
    /// The time before each call but the first.
    let interval: Duration

    func describe(_ prefix: String, from token: String?, isFirst: Bool) async throws -> CloudWatchWire.Described {
        let input = CloudWatchWire.Describe(namePrefix: prefix, nextToken: token)
        let body = try await call("DescribeAlarms", input, isFirst: isFirst)
        do { return try JSONDecoder().decode(CloudWatchWire.Described.self, from: body) } catch {
            throw SESMonitoringError(
                .serviceRefused, message: "Amazon CloudWatch: DescribeAlarms: the answer can't be read",
                underlyingError: error)
        }
    }

    func put(_ alarm: CloudWatchAlarm) async throws {
        _ = try await call("PutMetricAlarm", alarm)
    }

    /// Deletes alarms, at most 100.
    func delete(_ names: [String]) async throws {
        do {
            _ = try await call("DeleteAlarms", CloudWatchWire.Delete(names: names))
        } catch let error as SESMonitoringError {
            // AWS: of names one of which is wrong, the others' alarms are deleted. So somebody else was faster.
            let code = (error.underlyingError as? SESv2Error)?.serviceCode
            guard code == "ResourceNotFound" || code == "ResourceNotFoundException" else { throw error }
        }
    }

    private func call(_ operation: String, _ input: some Encodable, isFirst: Bool = false) async throws -> Data {
        if !isFirst, interval > .zero {
            try await caller.configuration.clock.sleep(for: interval)
        } else {
            try Task.checkCancellation()
        }
        do {
            return try await caller.answer(to: operation, body: CloudWatchWire.encoded(input))
        } catch let error as SESv2Error {
            // The service's own words may name what was sent; its name for the error can't.
            let name = error.serviceCode ?? error.code.description
            throw SESMonitoringError(
                .serviceRefused, message: "Amazon CloudWatch: \(operation): \(name)", underlyingError: error)
        } catch let error as CancellationError {
            throw error
        } catch {
            throw SESMonitoringError(
                .serviceRefused, message: "Amazon CloudWatch: \(operation): the call failed before it was sent",
                underlyingError: error)
        }
    }
}
