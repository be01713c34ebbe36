import Foundation
import SESTesting

/// A request as SNS, or somebody else, sends it.
struct Post: Sendable {
    var method = "POST"
    var headers: [(name: String, value: String)]
    var body: Data

    init(_ post: SimulatedPost) {
        headers = post.headers
        body = post.body
    }

    /// The text of a member of the body, which has a line for each.
    func text(of member: String) -> String? {
        let start = "  \"\(member)\" : \""
        let line = String(decoding: body, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix(start) }
        guard let value = line?.dropFirst(start.count) else { return nil }
        return String(value.prefix { $0 != "\"" })
    }

    /// The post with another member in the place of one.
    func with(_ member: String, json: String) -> Post {
        let start = "  \"\(member)\" : "
        let lines = String(decoding: body, as: UTF8.self).split(separator: "\n").map { line in
            guard line.hasPrefix(start) else { return String(line) }
            return start + json + (line.hasSuffix(",") ? "," : "")
        }
        return with(body: Data(lines.joined(separator: "\n").utf8))
    }

    func with(body: Data) -> Post {
        var post = self
        post.body = body
        return post
    }

    func with(body: String) -> Post { with(body: Data(body.utf8)) }

    func with(method: String) -> Post {
        var post = self
        post.method = method
        return post
    }

    /// The post with a header field set.
    func with(field name: String, _ value: String) -> Post {
        var post = self
        post.headers.removeAll { $0.name == name }
        post.headers.append((name, value))
        return post
    }

    /// The same in one of the forms in which servers and proxies hand it on.
    func dressed(as number: Int) -> Post {
        switch number % 10 {
        case 7: return with(field: "Content-Type", "application/json")
        case 8:
            var post = self
            post.headers.removeAll { $0.name.hasPrefix("x-amz-sns-") }
            return post
        case 9: return with(field: "x-forwarded-for", "192.0.2.7").with(field: "x-request-id", UUID().uuidString)
        default: return self
        }
    }

    /// What goes over the connection.
    func bytes(port: Int) -> Data {
        var head = "\(method) /ses HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
        for field in headers { head += "\(field.name): \(field.value)\r\n" }
        return Data("\(head)Content-Length: \(body.count)\r\n\r\n".utf8) + body
    }
}

/// Writes requests one after another, each after a line with its length.
func write(_ posts: [Post], to file: URL, port: Int) throws {
    var data = Data()
    for post in posts {
        let bytes = post.bytes(port: port)
        data += Data("\(bytes.count)\n".utf8) + bytes
    }
    try data.write(to: file)
    print("\(file.lastPathComponent): \(posts.count) requests, \(data.count / max(posts.count, 1)) bytes each")
}
