#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An alert in Slack's Block Kit.
///
/// Slack: "Block Kit reference"; "Formatting text for app surfaces" for what is escaped.
struct SlackMessage: Encodable {
    struct Text: Encodable {
        var type: String
        var text: String
        /// For plain text: whether codes such as `:warning:` are shown as emoji.
        var emoji: Bool?
        /// For marked-up text: that names, addresses and channels in it aren't made links.
        var verbatim: Bool?

        static func plain(_ text: String, emoji: Bool) -> Self { Self(type: "plain_text", text: text, emoji: emoji) }
        static func markup(_ text: String) -> Self { Self(type: "mrkdwn", text: text, verbatim: true) }
    }

    struct Block: Encodable {
        var type: String
        var text: Text?
        var fields: [Text]?
        var elements: [Text]?
    }

    /// What a notification shows.
    var text: String
    var blocks: [Block]
    /// Whether marks of formatting in the notification's text mean anything.
    var mrkdwn = false
    var unfurlLinks = false
    var unfurlMedia = false

    enum CodingKeys: String, CodingKey {
        case text, blocks, mrkdwn
        case unfurlLinks = "unfurl_links"
        case unfurlMedia = "unfurl_media"
    }

    /// Slack's limits, in characters.
    private enum Limit {
        static let header = 150
        static let section = 3000
        static let field = 2000
    }

    init(_ alert: MonitorAlert) {
        let summary = Self.escape(alert.summary)
        text = Self.cut("\(Self.emoji(alert)) \(summary)", to: Limit.section)
        blocks = [
            Block(type: "header", text: .plain(Self.cut(Self.header(alert), to: Limit.header), emoji: true)),
            Block(type: "section", text: .plain(Self.cut(summary, to: Limit.section), emoji: false)),
            Block(type: "section", fields: Self.fields(alert)),
        ]
        for (title, names) in [("Top domains", alert.topDomains), ("Top reasons", alert.topReasons)]
        where !names.isEmpty {
            let lines = names.prefix(5).map { "\(Self.code($0.name))  \(NumberText.grouped($0.count))" }
            let list = Self.cut("*\(title)*\n" + lines.joined(separator: "\n"), to: Limit.section)
            blocks.append(Block(type: "section", text: .markup(list)))
        }
        blocks.append(Block(type: "context", elements: [.markup(Self.context(alert))]))
    }

    /// The message as it is posted.
    var json: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(self)
        }
    }

    private static func header(_ alert: MonitorAlert) -> String {
        let word = alert.state == .cleared ? "Over" : alert.rule.severity.rawValue.capitalizedWord
        return "\(emoji(alert)) \(word): \(escape(alert.rule.name.onOneLine))"
    }

    private static func emoji(_ alert: MonitorAlert) -> String {
        switch (alert.state, alert.rule.severity) {
        case (.cleared, _): ":large_green_circle:"
        case (.raised, .critical): ":red_circle:"
        case (.raised, .alert): ":large_orange_circle:"
        case (.raised, .warning): ":large_yellow_circle:"
        }
    }

    private static func fields(_ alert: MonitorAlert) -> [Text] {
        let figures = alert.figures
        let numbers = [
            ("Subject", code(alert.subject.description)), ("Window", "\(alert.rule.window)"),
            ("Measured", escape(alert.measured)), ("Limit", escape(alert.limit)),
            ("Sent to", NumberText.grouped(figures.volume)), ("Delivered", NumberText.grouped(figures.deliveries)),
            ("Bounces", NumberText.grouped(figures.bounces)),
            ("Complaints", NumberText.grouped(figures.complaints)),
        ]
        return numbers.map { .markup(cut("*\($0)*\n\($1)", to: Limit.field)) }
    }

    private static func context(_ alert: MonitorAlert) -> String {
        let time = alert.date.ISO8601Format()
        let seconds = Int64(exactly: alert.date.timeIntervalSince1970.rounded()) ?? 0
        return "<!date^\(seconds)^{date_short_pretty} {time_secs}|\(time)>  |  \(code(alert.id))"
    }

    /// A name in code text, where nothing formats.
    private static func code(_ name: String) -> String {
        // By scalars: a mark of code with a combining mark behind it is another character to Swift, and none to Slack.
        let inner = String.UnicodeScalarView(name.onOneLine.unicodeScalars.map { $0 == "`" ? "'" : $0 })
        let text = escape(cut(String(inner), to: 200))
        return text.allSatisfy(\.isWhitespace) ? "(empty)" : "`\(text)`"
    }

    /// Slack's escaping: nothing begins a link, a mention or a date.
    ///
    /// The marks of formatting can't be escaped: what has names in it is plain text or code.
    private static func escape(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;".unicodeScalars
            case "<": result += "&lt;".unicodeScalars
            case ">": result += "&gt;".unicodeScalars
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// The beginning of a text, without half an escaped character at its end.
    private static func cut(_ text: String, to limit: Int) -> String {
        guard text.unicodeScalars.count > limit else { return text }
        var kept = text.unicodeScalars.prefix(limit - 1)
        if let mark = kept.lastIndex(of: "&"), !kept[mark...].contains(";") { kept = kept[..<mark] }
        return String(String.UnicodeScalarView(kept)) + "…"
    }
}

extension String {
    var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}
