extension [any SESCallObserver] {
    /// Runs a call inside all of these observers, the first outermost, and exactly once, whatever they do.
    @_semantics("optimize.sil.specialize.generic.never")
    package func surround<Output>(
        _ call: ObservedCall, _ run: () async -> Result<Output, any Error>
    ) async -> Result<Output, any Error> {
        guard !isEmpty else { return await run() }
        var result: Result<Output, any Error>?
        await surround(call, from: startIndex) {
            if result == nil { result = await run() }
        }
        if let result { return result }
        return await run()
    }

    private func surround(_ call: ObservedCall, from index: Int, _ body: () async -> Void) async {
        guard indices.contains(index) else { return await body() }
        await self[index].surround(call) { await surround(call, from: index + 1, body) }
    }
}
