// Docs/Intake.md's own service under load: it takes webhooks that simulated SNS really signed, and its transport leads to that
// SNS alone. What it took, and whom it asked, it says at its end.
import Foundation
import Hummingbird
import Logging
import SESIntake
import SESTesting

let usage = """
    usage: webhook-service serve FOLDER EVENTS PORT    writes good.requests and hostile.requests, then serves on loopback
           webhook-service forge FOLDER EVENTS         writes forged.requests: the same, signed with another key

    """

let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.count) {
case ("serve", 4):
    guard let port = Int(arguments[3]) else { exit(usage) }
    try await serve(events: lines(of: arguments[2]), in: URL(filePath: arguments[1]), port: port)
case ("forge", 3):
    let sender = try Sender()
    sender.clock.advance(by: Sender.staleness)
    let posts = try await sender.posts(of: Array(lines(of: arguments[2]).prefix(100)), to: Sender.topic, version: "2")
    try write(posts, to: URL(filePath: arguments[1]).appending(path: "forged.requests"), port: 80)
default: exit(usage)
}

func exit(_ text: String) -> Never {
    FileHandle.standardError.write(Data(text.utf8))
    exit(2)
}

func lines(of file: String) throws -> [String] {
    String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self).split(separator: "\n").map(String.init)
}

func serve(events: [String], in folder: URL, port: Int) async throws {
    let sender = try Sender()
    let stale = try await sender.posts(of: Array(events.prefix(100)), to: Sender.topic, version: "2")
    sender.clock.advance(by: Sender.staleness)
    let half = events.count / 2
    let good =
        try await sender.posts(of: Array(events.prefix(half)), to: Sender.topic, version: "1")
        + sender.posts(of: Array(events.dropFirst(half)), to: Sender.topic, version: "2")
    let foreign = try await sender.posts(of: Array(events.prefix(100)), to: "elsewhere", version: "2")
    sender.clock.advance(by: Sender.staleness)
    let early = try await sender.posts(of: Array(events.prefix(100)), to: Sender.topic, version: "2")
    try write(good.enumerated().map { $1.dressed(as: $0) }, to: folder.appending(path: "good.requests"), port: port)
    try write(
        stale + foreign + early + Hostile.posts(from: Array(good.prefix(60)) + good.suffix(60)),
        to: folder.appending(path: "hostile.requests"), port: port)
    guard let certificateURL = good.first?.text(of: "SigningCertURL") else { exit("no events\n") }
    let certificate = try await sender.certificate(at: certificateURL)
    try certificate.write(to: folder.appending(path: "certificate.pem"))

    let counts = Counts()
    // The same messages come again and again, and each is to be worked on.
    let webhook = try SNSWebhook(
        topics: [sender.arn(Sender.topic)], confirming: .never, options: SNSIntakeOptions(rememberedMessages: 0),
        trustRoots: SNSTrustRoots(pem: sender.sns.trustRootPEM),
        transport: WatchedTransport(transport: sender.sns.transport, certificateURL: certificateURL, counts: counts))
    let router = Router()
    router.add(middleware: AnswerCount(counts: counts))
    // What the server itself costs.
    router.post("bare") { request, _ in
        _ = try await request.body.collect(upTo: 1 << 20)
        return HTTPResponse.Status.ok
    }
    addRoutes(to: router, webhook: webhook) { events in counts.add(events: events.count) }
    try await Application(
        router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)),
        logger: Logger(label: "webhook-service") { _ in Unprinted(counts: counts) }
    ).runService()
    print(counts.json)
}
