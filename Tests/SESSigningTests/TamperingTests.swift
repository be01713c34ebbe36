import Foundation
import SESSigning
import Testing

@Suite("A signed request that was tampered with")
struct TamperingTests {
    /// Each flips a bit, none of them the one between capitals and small letters, which header names don't tell apart.
    private static let masks: [UInt8] = [0x01, 0x02, 0x10]

    private static func makeRequests() -> [AWSHTTPRequest] {
        var request = SignerTests.makeRequest()
        request.headers["User-Agent"] = nil
        // As a local server gets it: the Host field names what was signed, the address is the server's own.
        request.headers["Host"] = request.host
        request.host = "127.0.0.1"
        request.port = 8080
        request.headers["X-Amz-Target"] = "SimpleEmailService_v2.SendEmail"
        request.path = "/v2/email/identities/user%2Btag%40example.com"
        request.query = "PageSize=2&NextToken=a%2Bb%2Fc%3D%3D"
        request.body = Data(#"{"Content":{"Raw":{"Data":"eA=="}}}"#.utf8)
        return [
            SignerTests.signed(request, with: SignerTests.temporary),
            SignerTests.presigned(request, with: SignerTests.temporary),
        ]
    }

    private static func variants(of text: String) -> [String] {
        let bytes = Array(text.utf8)
        return bytes.indices.flatMap { index in
            masks.map { mask in
                var changed = bytes
                changed[index] ^= mask
                return String(decoding: changed, as: UTF8.self)
            }
        }
    }

    private static func verifies(_ request: AWSHTTPRequest) -> Bool {
        VerifierTests.refusal(request, owner: SignerTests.temporary) == nil
    }

    @Test("It verifies before")
    func untouched() {
        for request in Self.makeRequests() { #expect(Self.verifies(request)) }
    }

    @Test("No byte of the method, the path, the query or the host may change")
    func target() {
        let parts: [WritableKeyPath<AWSHTTPRequest, String>] = [\.method, \.path, \.query.text]
        for request in Self.makeRequests() {
            for part in parts {
                for variant in Self.variants(of: request[keyPath: part]) {
                    var changed = request
                    changed[keyPath: part] = variant
                    #expect(!Self.verifies(changed), "\(variant)")
                }
            }
        }
    }

    @Test("No byte of a signed field's name or value may change, the signature's own included")
    func fields() {
        for request in Self.makeRequests() {
            for index in request.headers.fields.indices {
                for variant in Self.variants(of: request.headers.fields[index].name) {
                    var changed = request
                    changed.headers.fields[index].name = variant
                    #expect(!Self.verifies(changed), "\(variant)")
                }
                for variant in Self.variants(of: request.headers.fields[index].value) {
                    var changed = request
                    changed.headers.fields[index].value = variant
                    #expect(!Self.verifies(changed), "\(variant)")
                }
            }
        }
    }

    @Test("No byte of the body may change, be added or be missing")
    func body() {
        for request in Self.makeRequests() {
            for index in request.body.indices {
                for mask in Self.masks {
                    var changed = request
                    changed.body[index] ^= mask
                    #expect(!Self.verifies(changed))
                }
                var shorter = request
                shorter.body.remove(at: index)
                #expect(!Self.verifies(shorter))
            }
            var longer = request
            longer.body.append(0x20)
            #expect(!Self.verifies(longer))
        }
    }

    @Test("No field or parameter may be left out, repeated or, with its like, be moved")
    func structure() {
        for request in Self.makeRequests() {
            for index in request.headers.fields.indices {
                var changed = request
                changed.headers.fields.remove(at: index)
                #expect(!Self.verifies(changed))
                changed = request
                changed.headers.fields.append(request.headers.fields[index])
                #expect(!Self.verifies(changed))
            }
            let pieces = (request.query ?? "").split(separator: "&")
            for index in pieces.indices {
                var changed = request
                changed.query = (pieces[..<index] + pieces[(index + 1)...]).joined(separator: "&")
                #expect(!Self.verifies(changed))
                changed.query = (pieces + [pieces[index]]).joined(separator: "&")
                #expect(!Self.verifies(changed))
            }
        }
    }

    /// A query's parameters: neither another encoding of the same characters nor `&&` makes another query.
    private static func meaning(of query: String) -> [String] {
        query.split(separator: "&").map { $0.removingPercentEncoding ?? String($0) }
    }

    @Test("Twenty thousand random changes neither verify nor end the process")
    func random() {
        var generator = SplitMix64(state: 20_260_102)
        let requests = Self.makeRequests()
        let pieces = [
            "/", "=", ",", ";", "&", "%", "\u{301}", "\0", "Signature=", "X-Amz-Expires=99999999999999999999",
        ]
        for _ in 0..<20_000 {
            let request = requests[Int.random(in: 0...1, using: &generator)]
            var text = request.headers["Authorization"] ?? request.query ?? ""
            for _ in 0...Int.random(in: 0...3, using: &generator) {
                let start = text.index(text.startIndex, offsetBy: Int.random(in: 0..<text.count, using: &generator))
                let end = text.index(
                    start, offsetBy: Int.random(in: 0...12, using: &generator), limitedBy: text.endIndex)
                text.replaceSubrange(
                    start..<(end ?? text.endIndex), with: pieces.randomElement(using: &generator) ?? "")
            }
            var changed = request
            if request.headers["Authorization"] != nil {
                changed.headers["Authorization"] = text
                guard text != request.authorization else { continue }
            } else {
                changed.query = text
                guard Self.meaning(of: text) != Self.meaning(of: request.query ?? "") else { continue }
            }
            #expect(!Self.verifies(changed), "\(text)")
        }
    }
}

extension String? {
    fileprivate var text: String {
        get { self ?? "" }
        set { self = newValue }
    }
}

/// A small generator whose numbers are the same in every run (Sebastiano Vigna's SplitMix64).
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
