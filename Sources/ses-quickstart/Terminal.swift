#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What goes to the terminal.
enum Terminal {
    static let isInteractive = isatty(STDOUT_FILENO) == 1

    static func heading(_ text: String) {
        print("\n\(text)\n\(String(repeating: "─", count: text.count))")
    }

    static func error(_ text: String) {
        write(text + "\n", to: STDERR_FILENO)
    }

    /// Writes without a line's end, at once.
    static func inline(_ text: String) {
        write(text, to: STDOUT_FILENO)
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    private static func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
        Glibc.write(descriptor, start, count)
        #elseif canImport(Musl)
        Musl.write(descriptor, start, count)
        #else
        Darwin.write(descriptor, start, count)
        #endif
    }
}

/// A bar that fills while something is under way; on anything but a terminal, one line at the end.
struct ProgressBar {
    let title: String
    let total: Int
    private(set) var done = 0

    init(_ title: String, total: Int) {
        self.title = title
        self.total = total
    }

    mutating func advance() {
        done += 1
        let step = max(total / 50, 1)
        if Terminal.isInteractive, done % step == 0 || done == total { draw() }
        if done == total { Terminal.isInteractive ? Terminal.inline("\n") : print(line) }
    }

    private func draw() {
        Terminal.inline("\r\(line)")
    }

    private var line: String {
        let width = 30
        let filled = total == 0 ? width : width * done / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        return "\(title.padded(to: 16)) \(bar) \(done)/\(total)"
    }
}

extension String {
    /// The text with spaces after it, so that it takes this many columns.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(width - count, 0))
    }

    /// The text with spaces before it, so that it takes this many columns.
    func rightAligned(to width: Int) -> String {
        String(repeating: " ", count: max(width - count, 0)) + self
    }
}
