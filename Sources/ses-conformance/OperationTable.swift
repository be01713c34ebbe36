import SESClient

/// The operations whose requests can be compared, by name.
enum OperationTable {
    static let byName = Dictionary(ShippedOperations.all.map { ($0.name, $0) }) { first, _ in first }
}
