/// A signature and where the stages it was made from stand in their ``SigningBuffer``.
struct SigV4Calculation {
    let canonicalRequest: Range<Int>
    let stringToSign: Range<Int>
    let signature: SHA256Value

    /// The stages as texts.
    func stages(in buffer: borrowing SigningBuffer) -> SigV4Stages {
        SigV4Stages(
            canonicalRequest: buffer.text(canonicalRequest), stringToSign: buffer.text(stringToSign),
            signature: signature.hexadecimal)
    }
}

extension SigningBuffer {
    /// Writes a credential scope: `20260102/eu-west-1/ses/aws4_request`.
    mutating func append(scopeOf timestamp: SigningTimestamp, region: String, service: String) {
        timestamp.withBytes { append(UnsafeBufferPointer(rebasing: $0[..<8])) }
        append(0x2f)
        append(region)
        append(0x2f)
        append(service)
        append("/aws4_request")
    }
}
