import Foundation
import Synchronization

/// A real HTTP server on 127.0.0.1 that takes what is posted to Slack, and keeps it to be shown.
final class SlackInbox: Sendable {
    struct Unavailable: Error {}

    /// What a webhook posts to.
    let url: String
    private let listener: Int32
    private let posts = Mutex<[Data]>([])

    init() throws {
        #if canImport(Darwin)
        listener = socket(AF_INET, SOCK_STREAM, 0)
        #else
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isReady = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) == 0 && listen(listener, 8) == 0
                    && getsockname(listener, address, &length) == 0
            }
        }
        guard isReady else {
            close(listener)
            throw Unavailable()
        }
        url = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))/services/T000/B000/secret"
        Thread { self.serve() }.start()
    }

    /// The bodies that were posted so far.
    var bodies: [Data] { posts.withLock { $0 } }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private func serve() {
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { break }
            if let body = Self.readBody(from: connection) {
                posts.withLock { $0.append(body) }
                Self.answer(connection)
            }
            close(connection)
        }
        close(listener)
    }

    private static func readBody(from connection: Int32) -> Data? {
        var received = Data()
        var part = [UInt8](repeating: 0, count: 16_384)
        while received.count < 1 << 20 {
            if let body = wholeBody(of: received) { return body }
            let count = recv(connection, &part, part.count, 0)
            guard count > 0 else { return nil }
            received.append(contentsOf: part.prefix(count))
        }
        return nil
    }

    /// The body, once all of it is there; requests have a `Content-Length`.
    private static func wholeBody(of request: Data) -> Data? {
        guard let end = request.range(of: Data("\r\n\r\n".utf8)) else { return nil }
        let head = String(decoding: request[..<end.lowerBound], as: UTF8.self)
        let length = head.split(whereSeparator: \.isNewline).lazy
            .map { $0.split(separator: ":", maxSplits: 1) }
            .first { $0.first?.lowercased() == "content-length" }
            .flatMap { $0.last.flatMap { Int($0.trimmingCharacters(in: .whitespaces)) } }
        let body = request[end.upperBound...]
        return body.count >= length ?? 0 ? Data(body) : nil
    }

    private static func answer(_ connection: Int32) {
        let answer = Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok".utf8)
        _ = send(connection, answer, answer.count, 0)
    }
}
