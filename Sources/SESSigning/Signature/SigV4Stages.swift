/// What a signature was made from, stage by stage, for tests to hold against published vectors.
///
/// The canonical request holds a session token's text, so this is neither public nor printed.
package struct SigV4Stages: Sendable, Equatable {
    /// The request in the form that is hashed.
    package let canonicalRequest: String
    /// The text that is authenticated with the signing key.
    package let stringToSign: String
    /// The signature, 64 hexadecimal digits.
    package let signature: String
}
