import Testing

/// Where the characters of a serial number are on a keyboard: the tests' own knowledge, beside the program's.
struct KeyTable: Sendable {
  /// What the configuration calls the layout.
  let layout: String
  /// HID usages by the character on the key, plain and with Shift.
  private var plain: [Character: UInt8] = [:]
  private var shifted: [Character: UInt8] = [:]

  /// The keys of the rows that carry letters, as a US keyboard labels them, and the usages of those keys.
  private static let positions: [Character: UInt8] = {
    var usages: [Character: UInt8] = [:]
    for (offset, label) in "abcdefghijklmnopqrstuvwxyz1234567890".enumerated() { usages[label] = UInt8(4 + offset) }
    for (label, usage) in [
      ("-", 0x2D), ("=", 0x2E), (";", 0x33), (",", 0x36), (".", 0x37), ("/", 0x38), ("]", 0x30), ("[", 0x2F),
      ("'", 0x34),
    ] as [(Character, UInt8)] { usages[label] = usage }
    return usages
  }()

  /// - Parameters:
  ///   - keys: the US labels of keys, in order.
  ///   - plain: what the layout has there, in the same order.
  ///   - shift: … with Shift.
  private init(_ layout: String, keys: String, plain: String, shift: String) {
    self.layout = layout
    for (key, (plain, shift)) in zip(keys, zip(plain, shift)) {
      self.plain[plain] = Self.positions[key]
      self.shifted[shift] = Self.positions[key]
    }
  }

  /// The key that types this character, and whether Shift is down with it; nil: the tests have no use for it.
  func stroke(_ character: Character) -> (key: UInt8, shift: Bool)? {
    plain[character].map { ($0, false) } ?? shifted[character].map { ($0, true) }
  }

  static let us = KeyTable(
    "us", keys: "abcdefghijklmnopqrstuvwxyz1234567890-=;./'[]",
    plain: "abcdefghijklmnopqrstuvwxyz1234567890-=;./'[]",
    shift: "ABCDEFGHIJKLMNOPQRSTUVWXYZ!@#$%^&*()_+:>?\"{}")

  static let german = KeyTable(
    "de", keys: "abcdefghijklmnopqrstuvwxzy1234567890/].,",
    plain: "abcdefghijklmnopqrstuvwxyz1234567890-+.,",
    shift: "ABCDEFGHIJKLMNOPQRSTUVWXYZ!\"§$%&/()=_*:;")

  static let french = KeyTable(
    "fr", keys: "qbcdefghijkl;noparstuvzxyw1234567890/,.=",
    plain: "abcdefghijklmnopqrstuvwxyz&é\"'(-è_çà!;:=",
    shift: "ABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890§./+")
}

extension KeyTable: CustomTestStringConvertible {
  var testDescription: String { layout }
}
