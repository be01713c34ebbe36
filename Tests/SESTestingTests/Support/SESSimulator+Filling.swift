import SESCore

@testable import SESTesting

extension SESSimulator {
    /// Puts sets into the account without ten thousand calls.
    func fill(upTo count: Int) {
        for number in 0..<count {
            let name = "set-\(number)"
            state.sets[name] = StoredConfigurationSet(
                configuration: ConfigurationSet(ConfigurationSetName(rawValue: name)))
        }
    }
}
