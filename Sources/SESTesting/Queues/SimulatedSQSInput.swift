/// The members of all the inputs that simulated SQS reads.
struct SimulatedSQSInput: Decodable {
    struct Entry: Decodable {
        var id: String
        var receipt: String
        var visibilityTimeout: Int?

        enum CodingKeys: String, CodingKey {
            case id = "Id"
            case receipt = "ReceiptHandle"
            case visibilityTimeout = "VisibilityTimeout"
        }
    }

    var queueURL: String?
    var queueName: String?
    var maximumMessages: Int?
    var waitTime: Int?
    var visibilityTimeout: Int?
    var entries: [Entry]?

    enum CodingKeys: String, CodingKey {
        case queueURL = "QueueUrl"
        case queueName = "QueueName"
        case maximumMessages = "MaxNumberOfMessages"
        case waitTime = "WaitTimeSeconds"
        case visibilityTimeout = "VisibilityTimeout"
        case entries = "Entries"
    }
}
