import Foundation
import Synchronization

/// An HTTP/1.1 server on 127.0.0.1 that answers one request a connection, as it is told.
final class AlertServer: Sendable {
    struct Request: Sendable {
        var head: String
        var body: Data

        var line: String { head.prefix { !$0.isNewline }.description }

        func header(_ name: String) -> String? {
            head.split(whereSeparator: \.isNewline).dropFirst().lazy
                .map { $0.split(separator: ":", maxSplits: 1) }
                .first { $0[0].lowercased() == name.lowercased() }
                .map { $0.count > 1 ? $0[1].trimmingCharacters(in: .whitespaces) : "" }
        }
    }

    struct Failure: Error { var call: String }

    #if os(Linux)
    private static let stream = Int32(SOCK_STREAM.rawValue)
    private static let noSignal = Int32(MSG_NOSIGNAL)
    #else
    private static let stream = SOCK_STREAM
    private static let noSignal: Int32 = 0
    #endif

    let port: Int
    private let listener: Int32
    private let answer:
        @Sendable (_ request: Request, _ number: Int) -> (status: Int, headers: [String: String], body: String)
    private let received = Mutex<[Request]>([])

    /// - Parameter answer: What is answered to a request, given its number from 0.
    init(
        _ answer: @escaping @Sendable (Request, Int) -> (status: Int, headers: [String: String], body: String)
    ) throws {
        self.answer = answer
        (listener, port) = try Self.listen()
        Thread { self.acceptAll() }.start()
    }

    private static func listen() throws -> (socket: Int32, port: Int) {
        let listener = socket(AF_INET, stream, 0)
        guard listener >= 0 else { throw Failure(call: "socket") }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && Self.systemListen(listener) && getsockname(listener, $0, &size) == 0
            }
        }
        guard isBound else { throw Failure(call: "bind, listen or getsockname") }
        return (listener, Int(UInt16(bigEndian: address.sin_port)))
    }

    private static func systemListen(_ socket: Int32) -> Bool {
        #if canImport(Glibc)
        Glibc.listen(socket, 16) == 0
        #elseif canImport(Musl)
        Musl.listen(socket, 16) == 0
        #else
        Darwin.listen(socket, 16) == 0
        #endif
    }

    /// A server that answers everything with one status.
    convenience init(_ status: Int = 200, _ headers: [String: String] = [:], body: String = "ok") throws {
        try self.init { _, _ in (status, headers, body) }
    }

    var url: String { "http://127.0.0.1:\(port)" }
    var requests: [Request] { received.withLock { $0 } }

    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func acceptAll() {
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { break }
            Thread {
                self.serve(connection)
                close(connection)
            }.start()
        }
        close(listener)
    }

    private func serve(_ connection: Int32) {
        guard let request = Self.read(from: connection) else { return }
        let number = received.withLock { requests in
            requests.append(request)
            return requests.count - 1
        }
        let reply = answer(request, number)
        var head =
            "HTTP/1.1 \(reply.status) Status\r\nConnection: close\r\nContent-Length: \(reply.body.utf8.count)\r\n"
        for (name, value) in reply.headers { head += "\(name): \(value)\r\n" }
        let bytes = Array("\(head)\r\n\(reply.body)".utf8)
        _ = bytes.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Self.noSignal) }
        shutdown(connection, Int32(SHUT_WR))
    }

    private static func read(from connection: Int32) -> Request? {
        var buffer = Data()
        var request: Request?
        while true {
            if request == nil, let end = buffer.range(of: Data("\r\n\r\n".utf8)) {
                request = Request(head: String(decoding: buffer[..<end.lowerBound], as: UTF8.self), body: Data())
                buffer = Data(buffer[end.upperBound...])
                if request?.header("Expect") != nil {
                    let bytes = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
                    _ = bytes.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, noSignal) }
                }
            }
            if var whole = request, buffer.count >= whole.header("Content-Length").flatMap({ Int($0) }) ?? 0 {
                whole.body = buffer
                return whole
            }
            var bytes = [UInt8](repeating: 0, count: 65536)
            let count = recv(connection, &bytes, bytes.count, 0)
            guard count > 0 else { return nil }
            buffer.append(contentsOf: bytes[..<count])
        }
    }
}
