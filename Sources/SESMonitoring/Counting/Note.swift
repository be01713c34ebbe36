import SESEvents

/// One of the things that an event adds to a counter of a subject: 32 bytes that hold no reference.
struct Note {
    /// The fingerprint of what it is part of: of the event, or of the e-mail.
    let value: UInt64
    /// When it happened, from 1970.
    let milliseconds: Int64
    /// What else is kept of it, by its counter: how long a delivery took, in milliseconds, or the place of a name; -1 for nothing.
    private let detailNumber: Int32
    private let subjectNumber: UInt32
    private let indexNumber: UInt32
    private let counterNumber: UInt8

    init(
        _ counter: Counter, _ value: UInt64, _ index: Int = 0, detail: Int32? = nil, subject: Int, milliseconds: Int64
    ) {
        self.value = value
        self.milliseconds = milliseconds
        indexNumber = UInt32(truncatingIfNeeded: index)
        detailNumber = detail ?? -1
        subjectNumber = UInt32(truncatingIfNeeded: subject)
        counterNumber = UInt8(truncatingIfNeeded: counter.rawValue)
    }

    var subject: Int { Int(subjectNumber) }
    /// Which part it is.
    var index: Int { Int(indexNumber) }
    var counter: Int { Int(counterNumber) }
    var detail: Int? { detailNumber < 0 ? nil : Int(detailNumber) }
    /// The fingerprint that it is counted by.
    var fingerprint: UInt64 { Fingerprint.number(index, of: value) }
}

/// What is not yet counted, in the order in which it came.
///
/// To count something its subject's step and counter must be looked up, all over memory. To write it down here takes no looking; and
/// what comes out by subject finds what it needs in the processor's cache.
struct Notes {
    /// What notes point to by its place.
    struct Names {
        fileprivate(set) var links: [ClickedLink] = []
        fileprivate(set) var bounces: [BounceNote] = []
    }

    private var notes: [Note] = []
    private var names = Names()

    /// How many are worth writing down before they are counted: four megabytes.
    private static let maximumCount = 131_072
    /// How many names may wait, which are of a kilobyte at most.
    private static let maximumNameCount = 8192

    var isFull: Bool {
        notes.count >= Self.maximumCount || names.links.count >= Self.maximumNameCount
            || names.bounces.count >= Self.maximumNameCount
    }

    /// Adds what a contribution adds.
    @inline(__always)
    mutating func add(_ contribution: Contribution, to subject: Int) {
        if let main = contribution.main { add(main, of: contribution, to: subject) }
        if let rest = contribution.rest { add(rest, of: contribution, to: subject) }
        if let counter = contribution.messageCounter {
            notes.append(
                Note(
                    counter, contribution.event.message, subject: subject, milliseconds: contribution.milliseconds))
        }
    }

    @inline(__always)
    private mutating func add(_ part: Contribution.Part, of contribution: Contribution, to subject: Int) {
        for index in 0..<part.count {
            notes.append(
                Note(
                    part.counter, contribution.event.identity, index, detail: detail(part.counter, index, contribution),
                    subject: subject, milliseconds: contribution.milliseconds))
        }
    }

    @inline(__always)
    private mutating func detail(_ counter: Counter, _ index: Int, _ contribution: Contribution) -> Int32? {
        switch counter {
        case .deliveries where index == 0:
            return contribution.event.processingTimeMillis.map { DeliveryDuration($0).milliseconds }
        case .clicks:
            guard let link = contribution.link else { return nil }
            names.links.append(link)
            return Int32(truncatingIfNeeded: names.links.count - 1)
        case .bounces:
            guard index < contribution.bounces.count else { return nil }
            names.bounces.append(contribution.bounces[index])
            return Int32(truncatingIfNeeded: names.bounces.count - 1)
        default: return nil
        }
    }

    /// Takes all out, those of each subject in a row and in the order in which they came.
    ///
    /// - Parameter subjectCount: More than any subject.
    mutating func takeAll(subjectCount: Int, _ body: (UnsafeBufferPointer<Note>, borrowing Names) -> Void) {
        // To order few by many subjects costs more than it saves.
        if notes.count * 8 >= subjectCount { order(subjectCount: subjectCount) }
        notes.withUnsafeBufferPointer { notes in
            var start = 0
            while start < notes.count {
                let subject = notes[start].subject
                var end = start + 1
                while end < notes.count, notes[end].subject == subject { end += 1 }
                body(UnsafeBufferPointer(rebasing: notes[start..<end]), names)
                start = end
            }
        }
        // What one event of very many recipients took isn't kept for all others.
        notes.removeAll(keepingCapacity: notes.count <= 2 * Self.maximumCount)
        names.links.removeAll(keepingCapacity: true)
        names.bounces.removeAll(keepingCapacity: names.bounces.count <= 2 * Self.maximumNameCount)
    }

    private mutating func order(subjectCount: Int) {
        var places = [Int](repeating: 0, count: subjectCount + 1)
        for note in notes { places[note.subject + 1] += 1 }
        for subject in 1..<places.count { places[subject] += places[subject - 1] }
        notes = [Note](unsafeUninitializedCapacity: notes.count) { ordered, count in
            for note in notes {
                ordered.initializeElement(at: places[note.subject], to: note)
                places[note.subject] += 1
            }
            count = notes.count
        }
    }
}
