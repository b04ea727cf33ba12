/// Why a report descriptor cannot be read.
package enum HIDReportDescriptorError: Error, Hashable, Sendable {
  /// It ends inside the item at this byte.
  case cutShort(at: Int)
  /// The item at this byte takes back more than was given: a collection's end, a pop.
  case unbalanced(at: Int)
  /// The item at this byte makes a report longer than the kernel takes, 16 KiB, or has too many fields.
  case tooLarge(at: Int)
  /// The item at this byte is of a kind that scanners do not use: an alternative usage.
  case unsupported(at: Int)
}

extension HIDReportDescriptorError: CustomStringConvertible {
  package var description: String {
    "The device describes its reports wrongly: \(fault). Scan the setup code `USB keyboard` of its manual."
  }

  private var fault: String {
    switch self {
    case .cutShort(let byte): "the item at byte \(byte) is cut short"
    case .unbalanced(let byte): "the item at byte \(byte) ends what was not begun"
    case .tooLarge(let byte): "the item at byte \(byte) makes a report that no kernel takes"
    case .unsupported(let byte): "the item at byte \(byte) is an alternative usage"
    }
  }
}
