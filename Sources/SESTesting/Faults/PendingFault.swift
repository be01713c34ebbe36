public import SESClient
import SESSigning

/// A fault that waits for its calls.
struct PendingFault {
    var effect: SimulatedFault.Effect
    /// The requests it is for; nil for any.
    var pattern: RequestPattern?
    var remaining: Int
}

extension SESSimulator {
    /// Lets something go wrong in the next calls.
    ///
    /// Faults wait in the order they were added; each call meets at most one.
    ///
    /// A refusal meets only calls that are signed with the simulator's credentials, but `ExpiredTokenException` meets any:
    /// a client under test may begin with others, and take the simulator's once those are refused.
    ///
    /// - Parameters:
    ///   - fault: What goes wrong.
    ///   - operation: Only in calls of this operation, such as `SendEmail.self`, or one of your own; any by default.
    ///   - times: In how many calls.
    public func inject(
        _ fault: SimulatedFault, on operation: (any SESOperation.Type)? = nil, times: Int = 1
    ) {
        guard times > 0 else { return }
        faults.append(
            PendingFault(effect: fault.effect, pattern: operation.map { RequestPattern($0.http) }, remaining: times))
    }

    /// Forgets the faults that haven't happened yet.
    public func clearFaults() {
        faults = []
    }

    /// The next fault for a request; it is used up by this.
    func takeFault(for request: AWSHTTPRequest) -> SimulatedFault.Effect? {
        guard let index = faults.firstIndex(where: { $0.pattern == nil || $0.pattern?.match(request) != nil }) else {
            return nil
        }
        let effect = faults[index].effect
        // An answer of the service comes after it has checked the signature; a call without one doesn't use it up. But that
        // the credentials have expired is what the check itself says, of those that were good before.
        if case .answer(_, let name, _) = effect, name != "ExpiredTokenException",
            (try? authenticate(request)) == nil
        {
            return nil
        }
        faults[index].remaining -= 1
        if faults[index].remaining == 0 { faults.remove(at: index) }
        return effect
    }
}
