#if CryptoSupport
public import SESCore

extension SimulatedSNS {
    /// Subscribes a queue to a topic; it needs no confirmation, as queues of the topic's own account don't.
    ///
    /// - Parameters:
    ///   - url: The queue's URL.
    ///   - sqs: Where the queue is.
    ///   - topic: The topic.
    ///   - isRaw: Whether messages come without their envelope.
    /// - Returns: The subscription's name.
    @discardableResult
    public func subscribe(queue url: String, of sqs: SimulatedSQS, to topic: ARN, raw isRaw: Bool = false) -> ARN {
        var subscription = SimulatedSubscription(
            arn: "\(topic.rawValue):\(random.uuid())", token: random.hexadecimal(256), isRaw: isRaw
        ) { post in
            await sqs.send(String(decoding: post.body, as: UTF8.self), to: url)
            return 200
        }
        subscription.isConfirmed = true
        topics[topic, default: SimulatedTopic()].subscriptions.append(subscription)
        return ARN(rawValue: subscription.arn)
    }
}
#endif
