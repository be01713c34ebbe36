#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// A time on the wire: seconds since 1970 as a JSON number, whole where it can be.
///
/// The coding is in this type, so it doesn't depend on an encoder's or decoder's date strategy.
package struct EpochSeconds: Hashable, Sendable, Codable {
    package let date: Date

    package init(_ date: Date) {
        self.date = date
    }

    package init(from decoder: any Decoder) throws {
        date = Date(timeIntervalSince1970: try decoder.singleValueContainer().decode(Double.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        let seconds = date.timeIntervalSince1970
        if let whole = Int64(exactly: seconds) {
            try container.encode(whole)
        } else {
            try container.encode(seconds)
        }
    }
}
