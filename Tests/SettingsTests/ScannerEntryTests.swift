import Scanning
import Settings
import Testing

@Suite("A scanner's entry")
struct ScannerEntryTests {
  @Test("reads back as it was, and leaves out what is so anyway")
  func roundTrip() throws {
    var plain = ScannerSettings(lane: "1", match: ScannerMatch(.port, "pci-0000:00:14.0-usb-0:3"))
    #expect(plain.entry == "scanners:\n  - lane: 1\n    match:\n      port: pci-0000:00:14.0-usb-0:3\n")
    plain.terminator = .none(quietGap: .milliseconds(100))
    plain.extraction.minLength = 12
    var odd = ScannerSettings(lane: "B: #2", match: ScannerMatch(.serial, "'S\"1"))
    odd.layout = .us
    odd.terminator = .tab
    odd.extraction.prefix = "\u{2}@ "
    odd.extraction.suffix = "# \u{1D}"
    for settings in [plain, odd] {
      #expect(try configuration(settings.entry).scanners == [settings], "\(settings.entry)")
    }
  }
}
