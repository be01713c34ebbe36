import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A rendered template as a whole message in MIME, which is what a test rendering gives.
struct RenderedMessage {
    var content: EmailTemplateContent
    var date: Date
    /// What parts the text from the HTML; it must be in neither.
    var boundary: String

    var text: String {
        var lines = ["Date: \(Self.format(date))", "Subject: \(Self.headerValue(content.subject ?? ""))"]
        lines.append("MIME-Version: 1.0")
        let parts = [("text/plain", content.text), ("text/html", content.html)].compactMap { type, text in
            text.map { Self.part(type, $0) }
        }
        if parts.count > 1 {
            lines.append("Content-Type: multipart/alternative; boundary=\"\(boundary)\"")
            lines.append("")
            for part in parts { lines += ["--\(boundary)"] + part }
            lines.append("--\(boundary)--")
            lines.append("")
        } else {
            lines += parts.first ?? Self.part("text/plain", "")
        }
        return lines.joined(separator: "\r\n")
    }

    private static func part(_ type: String, _ text: String) -> [String] {
        let lines = text.split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }
            .map(String.init)
        let isPlain = lines.allSatisfy { $0.utf8.count <= 998 && $0.utf8.allSatisfy { (1..<0x80).contains($0) } }
        let head = [
            "Content-Type: \(type); charset=UTF-8",
            "Content-Transfer-Encoding: \(isPlain ? "7bit" : "quoted-printable")", "",
        ]
        return head + (isPlain ? lines : lines.flatMap(quotedPrintable))
    }

    /// A line as lines of at most 76 characters after RFC 2045, 6.7.
    private static func quotedPrintable(_ line: String) -> [String] {
        var lines = [""]
        let bytes = Array(line.utf8)
        for (index, byte) in bytes.enumerated() {
            let isBlank = byte == 0x20 || byte == 0x09
            // White space stands for itself unless the line ends with it.
            let isLiteral = isBlank ? index < bytes.count - 1 : (0x21...0x7E).contains(byte) && byte != 0x3D
            let hexadecimal = String(byte, radix: 16, uppercase: true)
            let piece =
                isLiteral
                ? String(Unicode.Scalar(byte)) : hexadecimal.utf8.count == 1 ? "=0\(hexadecimal)" : "=\(hexadecimal)"
            if (lines.last?.utf8.count ?? 0) + piece.utf8.count > 75 {
                lines[lines.count - 1] += "="
                lines.append("")
            }
            lines[lines.count - 1] += piece
        }
        return lines
    }

    /// A text on one line of the header: control characters become spaces, and what isn't ASCII is encoded.
    private static func headerValue(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { line.append(scalar.isControl ? " " : scalar) }
        let value = String(line)
        return value.utf8.allSatisfy { $0 < 0x80 } ? value : EncodedWord.encode(value)
    }

    /// A date in the form of RFC 5322, in UTC.
    private static func format(_ date: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
        let parts = calendar.dateComponents([.weekday, .day, .month, .year, .hour, .minute, .second], from: date)
        let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let weekday = weekdays[((parts.weekday ?? 1) - 1) % 7]
        let month = months[((parts.month ?? 1) - 1) % 12]
        let time = [parts.hour, parts.minute, parts.second].map { part in
            let number = part ?? 0
            return number < 10 ? "0\(number)" : "\(number)"
        }
        return "\(weekday), \(parts.day ?? 1) \(month) \(parts.year ?? 1970) \(time.joined(separator: ":")) +0000"
    }
}
