#if ConfigurationSupport
import Configuration
import SESValues

/// Reads the keys of a client; a value that is there and can't be used is an error that names its key.
///
/// A reader gives nil for a missing value and for one of another type alike; so what isn't found is asked for as every other
/// type.
struct ConfigKeys {
    private let config: ConfigReader

    init(_ config: ConfigReader) {
        self.config = config
    }

    func string(_ key: String) throws(SESv2Error) -> String? {
        if let text = config.string(forKey: ConfigKey(key)) { return text.isEmpty ? nil : text }
        try refuseOther(key, "must be a text")
        return nil
    }

    func bool(_ key: String) throws(SESv2Error) -> Bool? {
        if let flag = config.bool(forKey: ConfigKey(key)) { return flag }
        try refuseOther(key, "must be true or false")
        return nil
    }

    /// A whole number of 1 or more.
    func number(_ key: String) throws(SESv2Error) -> Int? {
        let rule = "must be a whole number of 1 or more"
        guard let number = config.int(forKey: ConfigKey(key)) else {
            try refuseOther(key, rule)
            return nil
        }
        guard number >= 1 else { throw error(key, rule, "\(number)") }
        return number
    }

    /// Seconds: more than 0, and no more than a year.
    func seconds(_ key: String) throws(SESv2Error) -> Duration? {
        let rule = "must be a number of seconds, more than 0 and at most \(Self.year)"
        let number = config.double(forKey: ConfigKey(key)) ?? config.int(forKey: ConfigKey(key)).map(Double.init)
        guard let number else {
            try refuseOther(key, rule)
            return nil
        }
        guard number > 0, number <= Double(Self.year) else { throw error(key, rule, "\(number)") }
        return .seconds(number)
    }

    private static let year = 31_536_000

    func region() throws(SESv2Error) -> Region? {
        guard let text = try string("region") else { return nil }
        let region = Region(rawValue: text)
        do throws(SESValueError) {
            try region.validate(at: path("region"))
        } catch let fault {
            throw Self.error(fault)
        }
        return region
    }

    /// The keys that an error of creating a client is about: those of the endpoint that say something.
    func named(by error: SESv2Error) -> [String] {
        switch error.code {
        case .noRegion: ["region"]
        case .invalidEndpoint:
            ["endpoint.url", "endpoint.fips", "endpoint.dualStack"].filter { key in
                (try? string(key)) != nil || config.bool(forKey: ConfigKey(key)) == true
            }
        default: []
        }
    }

    private func refuseOther(_ key: String, _ rule: String) throws(SESv2Error) {
        let place = ConfigKey(key)
        let found =
            config.string(forKey: place) ?? config.int(forKey: place).map { "\($0)" }
            ?? config.double(forKey: place).map { "\($0)" } ?? config.bool(forKey: place).map { "\($0)" }
        if let found, !found.isEmpty { throw error(key, rule, found) }
    }

    func path(_ key: String) -> FieldPath { FieldPath(key) }

    func error(_ key: String, _ rule: String, _ value: String) -> SESv2Error {
        Self.error(SESValueError(field: path(key), rule: rule, value: value))
    }

    private static func error(_ fault: SESValueError) -> SESv2Error {
        SESv2Error(.invalidSettings, message: fault.description, underlyingError: fault)
    }
}
#endif
