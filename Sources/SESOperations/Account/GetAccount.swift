public import SESValues

/// Reads the account's sending state, quotas and account-wide options in a region.
///
/// AWS: `GetAccount`.
public struct GetAccount: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.get, "/v2/email/account") }
    /// The account.
    public typealias Output = Account

    /// Creates the input.
    @export(implementation) public init() {}
}
