/// One of the things that an event adds to a counter of a subject: 32 bytes that hold no reference.
struct Note {
    /// The fingerprint of what it is part of: of the event, or of the e-mail.
    let value: UInt64
    /// When it happened, from 1970.
    let milliseconds: Int64
    private let durationNumber: Int32
    private let subjectNumber: UInt32
    private let indexNumber: UInt32
    private let counterNumber: UInt8

    init(
        _ counter: Counter, _ value: UInt64, _ index: Int = 0, duration: Int? = nil, subject: Int, milliseconds: Int64
    ) {
        self.value = value
        self.milliseconds = milliseconds
        indexNumber = UInt32(truncatingIfNeeded: index)
        durationNumber = duration.map { DeliveryDuration($0).milliseconds } ?? -1
        subjectNumber = UInt32(truncatingIfNeeded: subject)
        counterNumber = UInt8(truncatingIfNeeded: counter.rawValue)
    }

    var subject: Int { Int(subjectNumber) }
    /// Which part it is.
    var index: Int { Int(indexNumber) }
    var counter: Int { Int(counterNumber) }
    /// How long the delivery took that it is part of.
    var duration: DeliveryDuration? { durationNumber < 0 ? nil : DeliveryDuration(Int(durationNumber)) }
}

/// What is not yet counted, in the order in which it came.
///
/// To count something its subject's step and counter must be looked up, all over memory. To write it down here takes no looking; and
/// what comes out by subject finds what it needs in the processor's cache.
struct Notes {
    private var notes: [Note] = []

    /// How many are worth writing down before they are counted: half a megabyte.
    private static let maximumCount = 16_384

    var isFull: Bool { notes.count >= Self.maximumCount }

    /// Adds all that is counted by number.
    @inline(__always)
    mutating func add(_ contribution: Contribution, to subject: Int) {
        let event = contribution.event
        let milliseconds = contribution.milliseconds
        for part in [contribution.main, contribution.rest] {
            guard let part else { continue }
            let duration = event.kind == .delivery ? event.processingTimeMillis : nil
            for index in 0..<part.count {
                notes.append(
                    Note(
                        part.counter, event.identity, index, duration: index == 0 ? duration : nil, subject: subject,
                        milliseconds: milliseconds))
            }
        }
        if let counter = contribution.messageCounter {
            notes.append(Note(counter, event.message, subject: subject, milliseconds: milliseconds))
        }
    }

    /// Takes all out, those of each subject in a row and in the order in which they came.
    ///
    /// - Parameter subjectCount: More than any subject.
    mutating func takeAll(subjectCount: Int, _ body: (UnsafeBufferPointer<Note>) -> Void) {
        // To order few by many subjects costs more than it saves.
        if notes.count * 8 >= subjectCount { order(subjectCount: subjectCount) }
        notes.withUnsafeBufferPointer { notes in
            var start = 0
            while start < notes.count {
                let subject = notes[start].subject
                var end = start + 1
                while end < notes.count, notes[end].subject == subject { end += 1 }
                body(UnsafeBufferPointer(rebasing: notes[start..<end]))
                start = end
            }
        }
        // What one event of very many recipients took isn't kept for all others.
        notes.removeAll(keepingCapacity: notes.count <= 2 * Self.maximumCount)
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
