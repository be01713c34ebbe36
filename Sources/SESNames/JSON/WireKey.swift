/// The name of a member in AWS's JSON form, for every type.
///
/// Keys are texts of one type and the types write their two coding functions out: Swift makes of an enum of keys nearly
/// thirty functions, and with one for each type they were a sixth of the program that takes the package.
package struct WireKey: CodingKey, ExpressibleByStringLiteral {
    package let stringValue: String
    package var intValue: Int? { nil }

    package init(stringValue: String) { self.stringValue = stringValue }
    package init(stringLiteral value: String) { stringValue = value }
    package init?(intValue: Int) { nil }
}
