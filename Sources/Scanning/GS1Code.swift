/// The content of a GS1 barcode: element strings one after another, each an application identifier (AI) and its data.
///
///     ]d2 01 09521234543213 21 SN-0042 ‹GS› 10 LOT7
///         └─ GTIN ────────┘ └ serial ┘      └ lot ┘
///
/// An element of predefined length ends by count, any other at FNC1, which scanners send as GS, or at the end of the
/// code. A scanner that is set to leave GS out lets the last data before it swallow what follows: then AI 21 is not
/// found, or is too long, or is a number that the lane's `pattern` refuses; or, without an AIM identifier, the whole
/// code is taken for plain text.
package struct GS1Code: Hashable, Sendable {
  package let elements: [Element]
  /// Whether the scanner said that the symbol is a GS1 one.
  private let isMarked: Bool

  /// One AI and its data.
  package struct Element: Hashable, Sendable {
    package let identifier: String
    package let data: String

    package init(identifier: String, data: String) {
      self.identifier = identifier
      self.data = data
    }
  }

  /// Nil where the text is no GS1 code, so that a plain number that happens to begin like one stays whole.
  ///
  /// An AIM identifier decides. Without one a code is GS1 if it has GS in it, and begins with GS or an AI: digits alone
  /// are nobody's mark, a serial number of a maker's own may well begin with `01`, 14 digits and `21`.
  package init?(_ text: String, symbology: AIMIdentifier? = nil) throws(GS1Error) {
    var rest = Array(text.utf8)[...]
    // Some scanners send FNC1 in the first position too.
    let leads = rest.first == Self.separator
    if leads { rest.removeFirst() }
    if let symbology {
      guard symbology.marksGS1 else { return nil }
    } else if !leads {
      guard rest.contains(Self.separator), GS1ApplicationIdentifier(beginning: rest) != nil else { return nil }
    }
    isMarked = symbology != nil

    var elements: [Element] = []
    while !rest.isEmpty {
      elements.append(try Self.takeElement(from: &rest))
      // Behind data of predefined length a separator is not needed, but allowed.
      if rest.first == Self.separator { rest.removeFirst() }
    }
    self.elements = elements
  }

  /// The data of AI 21, the serial number of what AI 01 names.
  package func serialNumber() throws(GS1Error) -> String {
    let identifiers = elements.map(\.identifier)
    let numbers = elements.filter { $0.identifier == "21" }.map(\.data)
    guard let number = numbers.first else { throw .noSerialNumber(found: identifiers) }
    guard number.utf8.count <= 20 else { throw .serialNumberTooLong(number) }
    // AI 21 needs an item beside it (Syntax Dictionary); alone and unmarked it may be a plain number before a stray GS.
    guard isMarked || identifiers.contains(where: ["01", "03", "8006"].contains) else {
      throw .serialNumberAlone(number)
    }
    if let other = numbers.first(where: { $0 != number }) { throw .twoSerialNumbers(number, other) }
    return number
  }

  private static let separator: UInt8 = 0x1D  // GS

  private static func takeElement(from rest: inout ArraySlice<UInt8>) throws(GS1Error) -> Element {
    guard let kind = GS1ApplicationIdentifier(beginning: rest) else {
      throw .unknownIdentifier(String(decoding: rest.prefix(4), as: UTF8.self))
    }
    let identifier = String(decoding: rest.prefix(kind.digits), as: UTF8.self)
    guard identifier.utf8.count == kind.digits, identifier.utf8.allSatisfy(isDigit) else {
      throw .unknownIdentifier(identifier)
    }
    rest.removeFirst(kind.digits)

    let data = kind.dataLength.map { rest.prefix($0) } ?? rest.prefix { $0 != separator }
    rest.removeFirst(data.count)
    let element = Element(identifier: identifier, data: String(decoding: data, as: UTF8.self))
    if let length = kind.dataLength {
      guard data.count == length, data.allSatisfy(isDigit) else { throw .notDigits(element, length: length) }
      guard !kind.isChecked || GS1ApplicationIdentifier.hasValidCheckDigit(data) else { throw .checkDigit(element) }
    } else {
      guard !data.isEmpty, data.allSatisfy(isEncodable) else { throw .forbiddenCharacter(element) }
    }
    return element
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte
  }

  /// Whether the byte is in GS1's character set 82; what scanners put in the place of GS is not: `]`, `|`, `^`, `~`.
  private static func isEncodable(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x22, 0x25...0x3F, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }
}
