import Layouts
import Scanning
import Testing

@Suite("A redacted recording")
struct RedactionTests {
  @Test(
    "shows other digits and letters, each the same one everywhere, at the same times",
    arguments: ScannerSetupTests.layouts)
  func hides(layout: Layout) throws {
    for seed in UInt64(0)..<20 {
      var random = SplitMix64(seed: seed)
      var manner = Typist.Manner(random: &random)
      manner.altMode = false
      var typist = Typist(layout: layout, manner: manner)
      typist.type(Array("SN2024aB001".unicodeScalars), endedBy: .enter)
      let redacted = try #require(Redaction(layout: layout, using: &random).redacted(typist.events))

      #expect(redacted.map(\.time) == typist.events.map(\.time))
      #expect(redacted.map(\.value) == typist.events.map(\.value))
      let scan = try #require(Timeline(events: redacted).scans(through: layout).first)
      #expect(scan.fault == nil)
      let pairs = zip("SN2024aB001", scan.text)
      #expect(scan.text.count == 11)
      for (printed, typed) in pairs {
        #expect(printed != typed)
        #expect(printed.isNumber == typed.isNumber && printed.isLowercase == typed.isLowercase)
      }
      #expect(Set(pairs.map { "\($0)\($1)" }).count == Set("SN2024aB001").count)
    }
  }

  @Test("keeps the signs of a serial number on a US layout")
  func signs() throws {
    var random = SplitMix64(seed: 1)
    var typist = Typist(layout: .us, manner: .plain)
    typist.type(Array("A-1.B:2/\u{1D}_+".unicodeScalars), endedBy: .enter)
    let redacted = try #require(Redaction(layout: .us, using: &random).redacted(typist.events))
    let text = try #require(Timeline(events: redacted).scans(through: .us).first).text
    #expect(text.filter { !$0.isLetter && !$0.isNumber } == "-.:/\u{1D}_+")
  }

  @Test("cannot be made of ALT mode")
  func altMode() {
    var random = SplitMix64(seed: 1)
    var manner = Typist.Manner.plain
    manner.altMode = true
    var typist = Typist(layout: .us, manner: manner)
    typist.type(["7"], endedBy: .enter)
    #expect(Redaction(layout: .us, using: &random).redacted(typist.events) == nil)
  }
}
