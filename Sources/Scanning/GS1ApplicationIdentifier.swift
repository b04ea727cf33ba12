/// A GS1 application identifier (AI): the two to four digits that say what an element is and where it ends.
///
/// The first two digits decide how many digits the AI has and whether its data has a predefined length; only an AI of
/// predefined length needs no separator after it (GS1 General Specifications 7.8; GS1 Syntax Dictionary).
struct GS1ApplicationIdentifier: Hashable {
  /// How many digits the AI itself has.
  let digits: Int
  /// How many digits the data has; nil: the data ends at a separator.
  let dataLength: Int?
  /// Whether the last digit of the data is a check digit.
  let isChecked: Bool

  private init(digits: Int, dataLength: Int? = nil, isChecked: Bool = false) {
    self.digits = digits
    self.dataLength = dataLength
    self.isChecked = isChecked
  }

  /// The AI that begins with these digits; nil where GS1 has assigned none.
  init?(beginning bytes: some Collection<UInt8>) {
    switch String(decoding: bytes.prefix(2), as: UTF8.self) {
    case "00": self.init(digits: 2, dataLength: 18, isChecked: true)  // SSCC
    case "01", "02", "03": self.init(digits: 2, dataLength: 14, isChecked: true)  // GTIN
    case "11", "12", "13", "15", "16", "17": self.init(digits: 2, dataLength: 6)  // dates
    case "20": self.init(digits: 2, dataLength: 2)  // variant
    case "31", "32", "33", "34", "35", "36": self.init(digits: 4, dataLength: 6)  // measures
    case "41": self.init(digits: 3, dataLength: 13, isChecked: true)  // GLN
    case "10", "21", "22", "30", "37": self.init(digits: 2)
    case "90", "91", "92", "93", "94", "95", "96", "97", "98", "99": self.init(digits: 2)
    case "23", "24", "25", "40", "42", "71": self.init(digits: 3)
    case "39", "43", "70", "72", "80", "81", "82": self.init(digits: 4)
    default: return nil
    }
  }

  /// Whether the last of these digits is the check digit of the others: weights 3 and 1 from the right, modulo 10.
  static func hasValidCheckDigit(_ digits: some BidirectionalCollection<UInt8>) -> Bool {
    let weighted = digits.reversed().enumerated().map { index, digit in
      Int(digit - UInt8(ascii: "0")) * (index.isMultiple(of: 2) ? 1 : 3)
    }
    return weighted.reduce(0, +).isMultiple(of: 10)
  }
}
