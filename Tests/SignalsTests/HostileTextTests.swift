import Signals
import Testing

/// A barcode must not be able to write a command.
@Suite struct HostileTextTests {
  /// A protocol of the worst kind: marks that print, a text of any length, a checksum behind it.
  private static func chatty() throws -> Profile {
    let show = try Write.bytes(Template(text: #"@S{serial};{reason:12}/{lane:>4}!\x0D"#))
    let dark = try Write.bytes(Template(text: "@off//"))
    let reset = try Write.bytes(Template(text: "#R\\\\"))
    var profile = Profile(light: "test") { Picture(on: [$0 == .stopping ? dark : show]) }
    profile.open = [reset]
    return profile
  }

  /// Barcodes of all sorts: control characters, other commands, ends of commands, text that is not ASCII.
  private static func texts(seed: UInt64) -> [String] {
    var random = SplitMix64(seed: seed)
    let pieces =
      (0..<128).map { String(Unicode.Scalar(UInt8($0))) } + [
        "\u{1B}@", "\r\n", "\u{1B}QA", "\u{10}\u{14}", "@off//", "//", "03+//", "relay on 2\r", "@??S001000!", "PASS\n",
        "!",
        "{serial}", "{sum8}", "\\x1B", "é", "\u{202E}", "\u{200B}", "😀", "\u{85}", "\u{9B}", "K\u{212A}", "\u{FF0F}",
      ]
    return (0..<2500).map { _ in
      (0..<Int.random(in: 0...40, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }.joined()
    }
  }

  private static func bytes(_ message: Message, _ profile: Profile) -> [UInt8] {
    Transmission(message, on: profile).steps.reduce(into: []) { bytes, step in
      if case .send(let sent, _) = step { bytes += sent }
    }
  }

  @Test(
    "Displays get 10 000 hostile barcodes as harmless text in its place", arguments: ["pole-cd5220", "pole-ld9000"])
  func displays(name: String) throws {
    let profile = try ShippedProfile.named(name)
    for seed in 1...4 as ClosedRange<UInt64> {
      for text in Self.texts(seed: seed) {
        let signal: Signal = [.pass, .fail, .noVerdict, .checking, .hold][text.utf8.count % 5]
        let bytes = Self.bytes(Message(signal, serial: text, reason: text, lane: text), profile)
        let harmless = Self.bytes(Message(signal), profile)
        try #require(bytes.count == harmless.count)
        for (byte, own) in zip(bytes, harmless) where byte != own {
          // Only the filler gave way, and only to what prints.
          try #require(own == 0x20 && 0x21...0x7E ~= byte, "\(text.debugDescription)")
        }
      }
    }
  }

  @Test("Where marks print, 10 000 hostile barcodes bring none of them along")
  func marks() throws {
    let profile = try Self.chatty()
    let marks = Set("@;/!#\\".utf8)
    let own = Self.bytes(Message(.pass), profile).filter { marks.contains($0) || $0 < 0x20 }
    for seed in 5...8 as ClosedRange<UInt64> {
      for text in Self.texts(seed: seed) {
        let bytes = Self.bytes(Message(.pass, serial: text, reason: text, lane: text), profile)
        try #require(bytes.allSatisfy { 0x20...0x7E ~= $0 || $0 == 0x0D })
        try #require(bytes.filter { marks.contains($0) || $0 < 0x20 } == own, "\(text.debugDescription)")
      }
    }
  }

  @Test("A serial number that means no harm is shown as it is")
  func harmless() throws {
    let profile = try ShippedProfile.named("pole-cd5220")
    let shown = Self.bytes(Message(.pass, serial: "SN_1.2:3+4-5"), profile)
    #expect(String(decoding: shown, as: UTF8.self) == "\u{1B}QAPASS    SN_1.2:3+4-5\r\u{1B}QB                    \r")
  }
}
