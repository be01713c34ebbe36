import SESClient
import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A queue, and where requests about it go: to Amazon SQS in the queue's region, or to the address given in its place.
struct SQSQueueAddress: Sendable, Hashable {
    let queueURL: String
    let region: Region
    let endpointURL: String

    /// - Throws: ``SESIntakeError`` with the code `invalidSettings`.
    init(queueURL: String, region given: Region?, endpointURL: String?) throws(SESIntakeError) {
        func fault(_ rule: String) -> SESIntakeError {
            SESIntakeError(.invalidSettings, message: "the queue's URL \(rule)")
        }
        guard let url = URL(string: queueURL), let scheme = url.scheme?.lowercased(), let host = url.host(),
            !host.isEmpty
        else { throw fault("must be a whole URL, such as https://sqs.eu-west-1.amazonaws.com/123456789012/events") }
        guard url.user() == nil, url.password() == nil, url.query() == nil, url.fragment() == nil else {
            throw fault("must not have a user, a query or a fragment")
        }
        let path = url.path(percentEncoded: true).split(separator: "/", omittingEmptySubsequences: false)
        guard path.count >= 3, path.first?.isEmpty == true, let name = path.last, !name.isEmpty else {
            throw fault("must end in /account/name")
        }
        guard !name.hasSuffix(".fifo") else {
            throw fault("must be that of a standard queue: a FIFO queue's order isn't kept")
        }
        self.queueURL = queueURL
        if let endpointURL {
            guard let region = given ?? Self.region(ofHost: host.lowercased())?.region else {
                throw SESIntakeError(
                    .invalidSettings, message: "with an endpoint of one's own, the queue's region must be given")
            }
            self.region = region
            self.endpointURL = endpointURL
            return
        }
        // Signed requests go to Amazon alone: whoever can change a queue's URL must not get them.
        guard scheme == "https", url.port == nil || url.port == 443,
            let place = Self.region(ofHost: host.lowercased())
        else {
            throw fault("must be one of Amazon SQS (https://sqs.region.amazonaws.com/…) unless an endpoint is given")
        }
        guard given == nil || given == place.region else {
            throw fault("names region '\(place.region)', not '\(given?.rawValue ?? "")'")
        }
        region = place.region
        self.endpointURL = "https://\(place.host)"
    }

    /// The region that a host of Amazon SQS serves, and the host to call there; nil for any other host.
    ///
    /// AWS: Amazon SQS endpoints and quotas; the legacy form `region.queue.amazonaws.com` is called by its present name.
    private static func region(ofHost host: String) -> (region: Region, host: String)? {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let first = labels.first, let second = labels.dropFirst().first else { return nil }
        let isLegacy = second == "queue"
        let region = Region(rawValue: isLegacy ? first : second)
        guard let partition = Partition.matching(region) else { return nil }
        let suffix = labels.dropFirst(2).joined(separator: ".")
        if isLegacy { return suffix == partition.dnsSuffix ? (region, "sqs.\(region).\(suffix)") : nil }
        guard first == "sqs" || first == "sqs-fips",
            suffix == partition.dnsSuffix || suffix == partition.dualStackDNSSuffix
        else { return nil }
        return (region, host)
    }
}
