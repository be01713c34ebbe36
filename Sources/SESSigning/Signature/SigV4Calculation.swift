/// A signature and where the stages it was made from stand in their ``SigningBuffer``.
struct SigV4Calculation<Signature: RequestSignature> {
    let canonicalRequest: Range<Int>
    let stringToSign: Range<Int>
    let signature: Signature

    /// The stages as texts.
    func stages(in buffer: borrowing SigningBuffer) -> SigV4Stages {
        SigV4Stages(
            canonicalRequest: buffer.text(canonicalRequest), stringToSign: buffer.text(stringToSign),
            signature: signature.hexadecimal)
    }
}
