import Foundation
import Synchronization

/// An HTTP/1.1 server on 127.0.0.1, for tests that need real sockets: a thread a connection, and nothing clever.
///
/// It keeps what it received byte for byte and does with each request what its handler says.
final class LoopbackServer: Sendable {
    struct Request: Sendable {
        /// The request line and the header fields as they came, without the empty line.
        var head: String
        var body: Data
        /// Which connection it came on, from 1.
        var connection: Int

        var line: String { head.prefix { !$0.isNewline }.description }

        func header(_ name: String) -> String? {
            head.split(whereSeparator: \.isNewline).dropFirst().lazy
                .map { $0.split(separator: ":", maxSplits: 1) }
                .first { $0[0].lowercased() == name.lowercased() }
                .map { $0.count > 1 ? $0[1].trimmingCharacters(in: .whitespaces) : "" }
        }
    }

    enum Reply: Sendable {
        /// Sends the bytes and waits for the next request.
        case send(Data)
        /// Sends the bytes, which may be none, and closes the connection.
        case sendAndClose(Data)
        /// Sends the bytes, which may be none, and resets the connection.
        case sendAndReset(Data)
        /// Sends nothing and keeps the connection.
        case silence

        /// A whole response.
        static func http(_ status: Int, _ headers: [String: String] = [:], body: Data = Data()) -> Reply {
            .send(response(status, headers, body: body))
        }

        static func response(_ status: Int, _ headers: [String: String] = [:], body: Data = Data()) -> Data {
            var head = "HTTP/1.1 \(status) Status\r\n"
            for (name, value) in headers { head += "\(name): \(value)\r\n" }
            if status != 204 { head += "Content-Length: \(body.count)\r\n" }
            return Data("\(head)\r\n".utf8) + body
        }
    }

    /// How far a request is read before its connection is reset, or left alone.
    enum Interruption: Sendable {
        case resetOnAccept, resetAfterHead, neverRead
    }

    private struct State {
        var requests: [Request] = []
        var connections: [Int32] = []
        var connectionCount = 0
    }

    let port: Int
    private let listener: Int32
    private let interruption: @Sendable (_ connection: Int) -> Interruption?
    private let handler: @Sendable (Request) -> Reply
    private let state = Mutex(State())

    /// - Parameters:
    ///   - interruption: What a connection's first request meets before it is read to its end, given which connection it is,
    ///     from 1; nil for nothing.
    ///   - handler: What is done with a request that was read to its end.
    init(
        interruption: @escaping @Sendable (_ connection: Int) -> Interruption? = { _ in nil },
        _ handler: @escaping @Sendable (Request) -> Reply
    ) throws {
        (listener, port) = try Loopback.listen(backlog: 256)
        self.interruption = interruption
        self.handler = handler
        Thread { self.acceptAll() }.start()
    }

    /// Every request so far, in the order in which they were complete.
    var requests: [Request] { state.withLock(\.requests) }

    /// How many connections there were so far.
    var connectionCount: Int { state.withLock(\.connectionCount) }

    /// How many connections there are now.
    var openConnections: Int { state.withLock(\.connections.count) }

    /// Ends every connection and the server.
    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        for connection in state.withLock(\.connections) { shutdown(connection, Int32(SHUT_RDWR)) }
    }

    private func acceptAll() {
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { break }
            let number = state.withLock { state in
                state.connections.append(connection)
                state.connectionCount += 1
                return state.connectionCount
            }
            Thread { self.serve(connection, number: number) }.start()
        }
        close(listener)
    }

    private func serve(_ connection: Int32, number: Int) {
        var buffer = Data()
        switch interruption(number) {
        case .resetOnAccept: Loopback.makeReset(connection)
        case .resetAfterHead:
            _ = Self.readHead(from: connection, &buffer)
            Loopback.makeReset(connection)
        case .neverRead:
            // Ends when the connection does; what came is left where it is.
            var event = pollfd(fd: connection, events: 0, revents: 0)
            poll(&event, 1, -1)
        case nil: serveRequests(of: connection, number: number, &buffer)
        }
        state.withLock { $0.connections.removeAll { $0 == connection } }
        close(connection)
    }

    private func serveRequests(of connection: Int32, number: Int, _ buffer: inout Data) {
        while let request = Self.read(from: connection, &buffer, number: number) {
            state.withLock { $0.requests.append(request) }
            switch handler(request) {
            case .send(let bytes): Self.write(bytes, to: connection)
            case .sendAndClose(let bytes):
                Self.write(bytes, to: connection)
                buffer.removeAll()
                shutdown(connection, Int32(SHUT_RDWR))
            case .sendAndReset(let bytes):
                Self.write(bytes, to: connection)
                return Loopback.makeReset(connection)
            case .silence: break
            }
        }
    }

    private static func readHead(from connection: Int32, _ buffer: inout Data) -> String? {
        let separator = Data("\r\n\r\n".utf8)
        while true {
            if let end = buffer.range(of: separator) {
                let head = String(decoding: buffer[..<end.lowerBound], as: UTF8.self)
                buffer = Data(buffer[end.upperBound...])
                return head
            }
            guard fill(&buffer, from: connection) else { return nil }
        }
    }

    private static func read(from connection: Int32, _ buffer: inout Data, number: Int) -> Request? {
        guard let head = readHead(from: connection, &buffer) else { return nil }
        var request = Request(head: head, body: Data(), connection: number)
        let length = request.header("Content-Length").flatMap { Int($0) } ?? 0
        if request.header("Expect") != nil { write(Data("HTTP/1.1 100 Continue\r\n\r\n".utf8), to: connection) }
        while buffer.count < length {
            guard fill(&buffer, from: connection) else { return nil }
        }
        request.body = Data(buffer.prefix(length))
        buffer = Data(buffer.dropFirst(length))
        return request
    }

    private static func fill(_ buffer: inout Data, from connection: Int32) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 65536)
        let count = recv(connection, &bytes, bytes.count, 0)
        guard count > 0 else { return false }
        buffer.append(contentsOf: bytes[..<count])
        return true
    }

    private static func write(_ data: Data, to connection: Int32) {
        var rest = data[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Loopback.noSignal) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}

/// Sockets on 127.0.0.1.
enum Loopback {
    struct Failure: Error { var call: String }

    #if os(Linux)
    static let stream = Int32(SOCK_STREAM.rawValue)
    static let noSignal = Int32(MSG_NOSIGNAL)
    #else
    static let stream = SOCK_STREAM
    static let noSignal: Int32 = 0
    #endif

    /// A listening socket on a free port.
    static func listen(backlog: Int32) throws -> (socket: Int32, port: Int) {
        let socket = socket(AF_INET, stream, 0)
        guard socket >= 0 else { throw Failure(call: "socket") }
        var address = address(port: 0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withSocketAddress(&address) { bind(socket, $0, size) == 0 }
        guard isBound, systemListen(socket, backlog) == 0 else { throw Failure(call: "bind or listen") }
        guard withSocketAddress(&address, { getsockname(socket, $0, &size) }) == 0 else {
            throw Failure(call: "getsockname")
        }
        return (socket, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// Makes the connection's end a reset: what wasn't read or sent by then is dropped.
    static func makeReset(_ connection: Int32) {
        var abrupt = linger(l_onoff: 1, l_linger: 0)
        setsockopt(connection, SOL_SOCKET, SO_LINGER, &abrupt, socklen_t(MemoryLayout<linger>.size))
    }

    /// A port that nobody listens on.
    static func closedPort() throws -> Int {
        let (socket, port) = try listen(backlog: 1)
        close(socket)
        return port
    }

    /// A listener whose queue is full and which accepts nobody, and the sockets that keep it so.
    static func fullListener() throws -> (sockets: [Int32], port: Int) {
        let (listener, port) = try listen(backlog: 0)
        var sockets = [listener]
        for _ in 0..<8 {
            let socket = socket(AF_INET, stream, 0)
            guard socket >= 0, fcntl(socket, F_SETFL, O_NONBLOCK) == 0 else { throw Failure(call: "socket") }
            sockets.append(socket)
            var address = address(port: UInt16(port))
            _ = withSocketAddress(&address) { connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        return (sockets, port)
    }

    private static func systemListen(_ socket: Int32, _ backlog: Int32) -> Int32 {
        #if canImport(Glibc)
        Glibc.listen(socket, backlog)
        #elseif canImport(Musl)
        Musl.listen(socket, backlog)
        #else
        Darwin.listen(socket, backlog)
        #endif
    }

    private static func address(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    private static func withSocketAddress<Result>(
        _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>) -> Result
    ) -> Result {
        withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1, body)
        }
    }
}
