extension SESEvent {
    /// A machine that most likely loaded the tracking image or followed the link in the recipient's stead.
    ///
    /// This is a heuristic of this library, not of AWS: it goes by the user agent, which anybody can choose, and by
    /// time. It misses machines that pose as browsers, and takes a person for a machine now and then. Use it to clean a
    /// statistic, never to decide about a person.
    public struct Intermediary: Sendable, Hashable {
        /// What a machine's access says about the person.
        @nonexhaustive
        public enum Kind: Sendable, Hashable {
            /// It fetches when a person opens the e-mail: the access counts, its IP address and user agent are the
            /// machine's, and a repeated opening may not show.
            case proxy
            /// It fetches ahead, whether or not anybody opens the e-mail.
            case prefetch
            /// It inspects e-mail for threats, or is a program nobody reads e-mail with.
            case scanner
            /// It is unknown, but was faster after the delivery than a person is.
            case timing
        }

        /// What its access says about the person.
        @export(implementation) public let kind: Kind
        /// What it is, in plain words, such as `Gmail image proxy`; for display, as the wording may change.
        @export(implementation) public let name: String

        /// Whether it acts without a person: true of all but a ``Kind/proxy``.
        public var isAutomatic: Bool { kind != .proxy }
    }
}
