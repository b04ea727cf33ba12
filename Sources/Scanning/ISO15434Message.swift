/// The content of a 2D code in the envelope of ISO/IEC 15434, format 06: elements, each an ASC MH10 data identifier (DI)
/// and its data.
///
///     [)> ‹RS› 06 ‹GS› 1PMAIN-001 ‹GS› SSN-0042 ‹RS› ‹EOT›
///                      └ part ──┘      └ serial┘
///
/// The separators are demanded as they stand in the standard: where the scanner drops or substitutes them nobody can
/// say where the number ends. Only EOT, behind everything, may be missing.
package struct ISO15434Message: Hashable, Sendable {
  package let elements: [Element]

  /// One DI and its data.
  package struct Element: Hashable, Sendable {
    package let identifier: String
    package let data: String

    /// Nil unless the text is up to three digits, a capital letter and data.
    fileprivate init?(_ bytes: ArraySlice<UInt8>) {
      let digits = bytes.prefix { 0x30...0x39 ~= $0 }
      let data = bytes.dropFirst(digits.count + 1)
      guard digits.count <= 3, let letter = bytes.dropFirst(digits.count).first, 0x41...0x5A ~= letter, !data.isEmpty
      else { return nil }
      identifier = String(decoding: digits + [letter], as: UTF8.self)
      self.data = String(decoding: data, as: UTF8.self)
    }

    /// Whether the DI is of category S and names the one thing that carries the label.
    ///
    /// Packages, shipments, documents and machines are of category S too, and no serial numbers (ANSI MH10.8.2).
    fileprivate var isSerialNumber: Bool {
      switch identifier {
      // Of the supplier; a further one; of the vendor; within a CAGE; of the customer; unique item identifiers.
      case "S", "1S", "15S", "18S", "20S", "25S", "37S", "42S": true
      default: false
      }
    }
  }

  /// Nil where the text has no such envelope.
  package init?(_ text: String) throws(ISO15434Error) {
    guard text.utf8.starts(with: Self.header.utf8) else { return nil }
    var body = Array(text.utf8.dropFirst(Self.header.utf8.count))[...]
    guard body.popFirst() == Self.recordSeparator else { throw .noSeparators(text) }
    if body.last == Self.endOfTransmission { body.removeLast() }
    guard body.popLast() == Self.recordSeparator else { throw .unclosed(text) }
    guard !body.contains(Self.recordSeparator) else { throw .severalFormats }

    let fields = body.split(separator: Self.groupSeparator, omittingEmptySubsequences: false)
    let format = String(decoding: fields.first ?? [], as: UTF8.self)
    guard format == "06" else { throw .otherFormat(format) }
    var elements: [Element] = []
    for field in fields.dropFirst() {
      guard let element = Element(field) else { throw .notAnElement(String(decoding: field, as: UTF8.self)) }
      elements.append(element)
    }
    self.elements = elements
  }

  /// The data of the one element that is a serial number.
  package func serialNumber() throws(ISO15434Error) -> String {
    let numbers = elements.filter(\.isSerialNumber).map(\.data)
    guard let number = numbers.first else { throw .noSerialNumber(found: elements.map(\.identifier)) }
    if let other = numbers.first(where: { !$0.utf8.elementsEqual(number.utf8) }) {
      throw .twoSerialNumbers(number, other)
    }
    return number
  }

  private static let header = "[)>"
  private static let recordSeparator: UInt8 = 0x1E  // RS
  private static let groupSeparator: UInt8 = 0x1D  // GS
  private static let endOfTransmission: UInt8 = 0x04  // EOT
}
