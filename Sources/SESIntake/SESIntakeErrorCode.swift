extension SESIntakeError {
    /// What went wrong; each part of the intake adds its own in a file of its own.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private let name: String

        init(_ name: String) { self.name = name }

        /// What was asked for can't be, such as a webhook without a topic; nothing was done.
        public static let invalidSettings = Code("invalidSettings")
        /// The delivery is larger than the limit; it was not read.
        public static let tooLarge = Code("tooLarge")
        /// The delivery isn't what its transport sends: no JSON, a field missing, twice or of the wrong kind.
        public static let malformedDelivery = Code("malformedDelivery")

        /// The code's name.
        public var description: String { name }
    }
}
