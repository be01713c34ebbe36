/// Numbers as a person reads them in an alert, the same in every locale.
enum NumberText {
    /// A whole number with a comma between thousands, such as `12,345`.
    static func grouped(_ number: Int) -> String {
        var digits = String(number.magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.append(String(digits.suffix(3)))
            digits.removeLast(3)
        }
        groups.append(digits)
        return (number < 0 ? "-" : "") + groups.reversed().joined(separator: ",")
    }

    /// A share as a measured percentage, with two digits that say something, such as `6.2 %` or `0.12 %`.
    static func percent(_ share: Double) -> String {
        let percentage = share * 100
        guard percentage.isFinite else { return "\(share)" }
        var digits = 1
        while digits < 4, percentage != 0, abs(percentage) * power(digits - 1) < 1 { digits += 1 }
        return decimal(percentage, digits: digits) + " %"
    }

    /// A share as a percentage that was chosen, such as `5 %` or `0.125 %`: up to six digits after the point.
    static func exactPercent(_ share: Double) -> String {
        let percentage = share * 100
        guard percentage.isFinite else { return "\(share)" }
        return decimal(percentage, digits: 6) + " %"
    }

    /// A length of time in its two largest units, such as `7 h 20 min`.
    static func duration(_ seconds: Double) -> String {
        guard seconds.isFinite, abs(seconds) < 1e12 else { return "\(seconds) s" }
        let seconds = max(Int(seconds), 0)
        let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60)
        let parts: [(Int, String)] =
            if days > 0 {
                [(days, "d"), (hours, "h")]
            } else if hours > 0 {
                [(hours, "h"), (minutes, "min")]
            } else if minutes > 0 {
                [(minutes, "min")]
            } else {
                [(seconds, "s")]
            }
        return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " ")
            .ifEmpty("0 s")
    }

    /// A number with at most so many digits after the point, without zeros at the end.
    private static func decimal(_ number: Double, digits: Int) -> String {
        let scale = power(digits)
        let scaled = (abs(number) * scale).rounded()
        guard scaled < 1e15 else { return "\(number)" }
        let (whole, part) = (Int(scaled) / Int(scale), Int(scaled) % Int(scale))
        var fraction = String(repeating: "0", count: digits - String(part).count) + String(part)
        while fraction.last == "0" { fraction.removeLast() }
        let text = fraction.isEmpty ? "\(whole)" : "\(whole).\(fraction)"
        return number < 0 && scaled > 0 ? "-\(text)" : text
    }

    private static func power(_ digits: Int) -> Double {
        (0..<max(digits, 0)).reduce(1.0) { value, _ in value * 10 }
    }
}

extension String {
    fileprivate func ifEmpty(_ other: String) -> String { isEmpty ? other : self }
}
