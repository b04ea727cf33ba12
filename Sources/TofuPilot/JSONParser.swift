/// Reads one JSON text by RFC 8259 to the letter: UTF-8 without a byte-order mark, nothing after the value, no name
/// twice in an object.
///
/// `JSONDecoder` takes the first of two `outcome`s in silence; what can be read as PASS and as FAIL must not be a PASS.
struct JSONParser {
  private static let deepest = 64

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func document() throws(JSONError) -> JSON {
    let value = try self.value()
    skipSpace()
    guard position == bytes.count else { throw .unexpected(offset: position) }
    return value
  }

  private mutating func value() throws(JSONError) -> JSON {
    skipSpace()
    switch try peek() {
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func object() throws(JSONError) -> [String: JSON] {
    var members: [String: JSON] = [:]
    try elements(closedBy: UInt8(ascii: "}")) { (parser) throws(JSONError) in
      parser.skipSpace()
      let offset = parser.position
      let name = try parser.string()
      parser.skipSpace()
      try parser.expect(UInt8(ascii: ":"))
      let value = try parser.value()
      guard members.updateValue(value, forKey: name) == nil else { throw .doubledName(name, offset: offset) }
    }
    return members
  }

  private mutating func array() throws(JSONError) -> [JSON] {
    var values: [JSON] = []
    try elements(closedBy: UInt8(ascii: "]")) { (parser) throws(JSONError) in
      values.append(try parser.value())
    }
    return values
  }

  /// What stands between brackets, separated by commas.
  private mutating func elements(
    closedBy end: UInt8, each element: (inout JSONParser) throws(JSONError) -> Void
  ) throws(JSONError) {
    guard depth < Self.deepest else { throw .tooDeep(offset: position) }
    depth += 1
    defer { depth -= 1 }
    position += 1
    skipSpace()
    guard !take(end) else { return }
    repeat {
      try element(&self)
      skipSpace()
    } while take(UInt8(ascii: ","))
    try expect(end)
  }

  private mutating func string() throws(JSONError) -> String {
    try expect(UInt8(ascii: "\""))
    let start = position
    var text: [UInt8] = []
    while true {
      let byte = try peek()
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        guard let string = String(validating: text, as: UTF8.self) else { throw .notUTF8(offset: start) }
        return string
      case UInt8(ascii: "\\"):
        position += 1
        text.append(contentsOf: try escape())
      case 0x00..<0x20:
        throw .unexpected(offset: position)
      default:
        position += 1
        text.append(byte)
      }
    }
  }

  /// What follows a backslash.
  private mutating func escape() throws(JSONError) -> [UInt8] {
    let byte = try peek()
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(try escapedScalar()).utf8)
    default: throw .unexpected(offset: position - 1)
    }
  }

  /// The four digits after `\u`, and the second half of a surrogate pair.
  private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar {
    let start = position
    var units = [try codeUnit()]
    if UTF16.isLeadSurrogate(units[0]) {
      try expect(UInt8(ascii: "\\"))
      try expect(UInt8(ascii: "u"))
      units.append(try codeUnit())
    }
    guard let scalar = String(validating: units, as: UTF16.self)?.unicodeScalars.first else {
      throw .unexpected(offset: start)
    }
    return scalar
  }

  private mutating func codeUnit() throws(JSONError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(try peek())).hexDigitValue else { throw .unexpected(offset: position) }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }

  private mutating func number() throws(JSONError) -> String {
    let start = position
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() throws(JSONError) {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard digits.contains(try peek()) else { throw .unexpected(offset: position) }
    while position < bytes.count, digits.contains(bytes[position]) { position += 1 }
  }

  private mutating func word(_ word: String, _ value: JSON) throws(JSONError) -> JSON {
    for byte in word.utf8 { try expect(byte) }
    return value
  }

  private mutating func skipSpace() {
    while take(0x20) || take(0x09) || take(0x0A) || take(0x0D) {}
  }

  private func peek() throws(JSONError) -> UInt8 {
    guard position < bytes.count else { throw .endsEarly }
    return bytes[position]
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(JSONError) {
    guard try peek() == byte else { throw .unexpected(offset: position) }
    position += 1
  }
}
