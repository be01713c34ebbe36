// queue-worker QUEUE-URL ENDPOINT JOURNAL
//
// Handles an event by a line in the journal: the process, the message of the queue, the mail. Ends at SIGTERM when what is in hand
// is done; what else happens goes to standard error.
import Dispatch
import Foundation
import SESIntake

let arguments = CommandLine.arguments
guard arguments.count == 4 else {
    print("queue-worker QUEUE-URL ENDPOINT JOURNAL")
    exit(2)
}
let journal = open(arguments[3], O_WRONLY | O_APPEND | O_CREAT, 0o644)
let process = getpid()
let consumer = try SQSQueueConsumer(
    queueURL: arguments[1], region: .euWest1,
    credentials: StaticCredentialProvider(AWSCredentials(accessKeyID: "id", secretAccessKey: "key")),
    options: QueueOptions(waitTime: .seconds(2), visibilityTimeout: .seconds(6), concurrency: 100),
    endpointURL: arguments[2]
) { report in
    FileHandle.standardError.write(Data("\(report)\n".utf8))
}

signal(SIGTERM, SIG_IGN)
let terminated = DispatchSource.makeSignalSource(signal: SIGTERM, queue: .main)
terminated.setEventHandler { Task { await consumer.shutdown() } }
terminated.resume()

struct NotWritten: Error {}

try await consumer.run { delivery in
    let lines = delivery.events.map { "\(process) \(delivery.messageID) \($0.mail.messageID)\n" }.joined()
    // One call, so that a kill leaves no half of it.
    guard lines.withCString({ write(journal, $0, strlen($0)) }) == lines.utf8.count else { throw NotWritten() }
}
