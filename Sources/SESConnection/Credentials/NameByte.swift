extension UInt8 {
    /// A letter, a digit, or one of `.-_`: what the names of errors and of roles are safe to be printed with.
    var isNameByte: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
        default: false
        }
    }
}
