package import Gating
package import Scanning

/// One scan on its way to a verdict.
package struct Ticket: Hashable, Sendable, Identifiable {
  /// Counts up on its lane: the larger number is the newer scan.
  package struct ID: Hashable, Comparable, Sendable {
    package var number: Int

    package static func < (left: ID, right: ID) -> Bool {
      left.number < right.number
    }
  }

  package var id: ID
  package var scan: Scan
  package var serialNumber: SerialNumber
  /// Hash of the configuration it is judged under, whatever is loaded meanwhile.
  package var configuration: String
  /// The gate of that configuration.
  package var gate: Gate
}
