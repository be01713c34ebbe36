import SESValues

/// The elements of all pages of a list, fetched page by page as they are asked for.
///
/// Each iteration begins anew at the first page. A token that comes twice ends it with
/// ``SESv2Error/Code/pagingLoop`` rather than never.
public struct PagedSequence<Operation: PagedOperation>: AsyncSequence, Sendable {
    /// What the pages list.
    public typealias Element = Operation.Element

    private let client: SESv2Client
    private let operation: Operation

    init(client: SESv2Client, operation: Operation) {
        self.client = client
        self.operation = operation
    }

    /// Starts at the first page.
    public func makeAsyncIterator() -> Iterator {
        Iterator(client: client, operation: operation)
    }

    /// Walks through the pages.
    public struct Iterator: AsyncIteratorProtocol {
        private let client: SESv2Client
        private var operation: Operation
        private var page: ArraySlice<Element> = []
        private var isLoop = false
        private var isFinished = false
        private var seenTokens: Set<String>

        fileprivate init(client: SESv2Client, operation: Operation) {
            self.client = client
            self.operation = operation
            seenTokens = Set([operation.nextToken].compactMap { $0 })
        }

        /// The next element, fetching the next page when this one is used up; nil after the last.
        ///
        /// After an error that is ``SESv2Error/isSafeToRetry`` asking again fetches the same page again; after any other it
        /// gives nil.
        ///
        /// - Throws: What ``SESv2Client/execute(_:)`` throws.
        public mutating func next() async throws -> Element? {
            while page.isEmpty {
                guard !isFinished else { return nil }
                try await fetch()
            }
            return page.popFirst()
        }

        private mutating func fetch() async throws {
            // Stays so if the call throws.
            isFinished = true
            guard !isLoop else {
                throw SESv2Error(
                    .pagingLoop, message: "the service gave the same page's token twice", operation: Operation.name)
            }
            let output: Operation.Output
            do {
                output = try await client.execute(operation)
            } catch let error as SESv2Error where error.isSafeToRetry {
                isFinished = false
                throw error
            }
            page = Operation.elements(of: output)[...]
            guard let token = Operation.nextToken(of: output), !token.isEmpty else { return }
            // The page is given out before the error is.
            isLoop = !seenTokens.insert(token).inserted
            operation.nextToken = token
            isFinished = false
        }
    }
}

extension SESv2Client {
    /// All elements of a paged list.
    ///
    /// - Parameter operation: The list's operation, with its filter and page size.
    public func list<Operation: PagedOperation>(_ operation: Operation) -> PagedSequence<Operation> {
        PagedSequence(client: self, operation: operation)
    }
}
