import Devices
import Scanning
import Settings
import Testing

@testable import Station

@Suite("An identified scanner")
struct IdentifiedScannerTests {
  private func scanner(
    _ change: (inout ScannerSetup) -> Void = { _ in }, serial: String? = nil, port: String? = "pci-usb-0:3:1.0",
    events: [InputEvent] = [], settings: ScannerSettings? = nil
  ) -> IdentifiedScanner {
    var setup = ScannerSetup(layouts: ["us"])
    setup.terminator = .enter
    change(&setup)
    let device = ScannerDevice(
      devnode: "/dev/input/event7", syspath: "/sys/7", isMarked: false, usbID: "05e0:1200", model: "Gun_1",
      serial: serial,
      port: port)
    return IdentifiedScanner(
      device, setup: setup, events: events, layouts: [.us],
      settings: settings ?? ScannerSettings(lane: "1", match: .surest(for: device)))
  }

  @Test("is named by its serial number, else by its socket, else by its model, else by its node")
  func match() {
    #expect(scanner(serial: "S1").settings.match == ScannerMatch(.serial, "S1"))
    #expect(scanner(serial: "XXXXXX").settings.match == ScannerMatch(.port, "pci-usb-0:3"))
    #expect(scanner(port: nil).settings.match == ScannerMatch(.model, "Gun_1"))
    let nameless = ScannerDevice(devnode: "/dev/input/event7", syspath: "/sys/7", isMarked: false)
    #expect(ScannerMatch.surest(for: nameless).fits(nameless))
  }

  @Test("keeps what its entry says and no scan can show")
  func settings() {
    var settings = ScannerSettings(lane: "left", match: ScannerMatch(.model, "Gun_1"))
    settings.extraction.maxLength = 14
    settings.extraction.prefix = "old"
    settings.grab = false
    var expected = settings
    expected.extraction.prefix = "L1"
    #expect(scanner({ $0.prefix = "L1" }, settings: settings).settings == expected)
  }

  @Test("has nothing to remark where it is set up well")
  func nothing() {
    #expect(scanner().remarks == [])
    #expect(scanner { $0.separator = .itself }.remarks == [])
  }

  /// Setups with one fault each, and what is said of it.
  private static let faults: [(ScannerSetup, String)] = {
    func setup(_ change: (inout ScannerSetup) -> Void) -> ScannerSetup {
      var setup = ScannerSetup(layouts: ["us"])
      setup.terminator = .enter
      change(&setup)
      return setup
    }
    return [
      (setup { $0.layouts = ["us", "gb"] }, "gb would fit as well"),
      (setup { $0.usesAltMode = true }, "ALT mode"),
      (setup { $0.separator = .substitute("~") }, "a GS arrives as \"~\""),
      (setup { $0.separator = .key(.capsLock) }, "KEY_CAPSLOCK, and such a scan is refused"),
      (setup { $0.separator = .dropped }, "a GS does not arrive"),
      (setup { $0.letterCase = .swapped }, "switch it off"),
      (setup { $0.letterCase = .upper }, "in upper case"),
      (setup { $0.isSymbologyFirst = true }, "comes before the prefix"),
      (setup { $0.strangeKeys = [.numLock] }, "sends KEY_NUMLOCK around the code"),
    ]
  }()

  @Test("says what is wrong with its setup, and what to do", arguments: faults)
  func remarks(setup: ScannerSetup, remark: String) {
    let scanner = scanner { $0 = setup }
    #expect(scanner.remarks.count == 1 && scanner.remarks[0].contains(remark), "\(scanner.remarks)")
    #expect(scanner.lines.last == "  \(scanner.remarks[0])")
  }

  @Test("without a terminator has the length of what it scanned as the least, or the word that it is missing")
  func noTerminator() throws {
    let none = { (setup: inout ScannerSetup) in setup.terminator = .none(quietGap: .milliseconds(100)) }
    #expect(scanner(none).remarks.contains { $0.contains("min_length") })
    let time = EventTime(nanoseconds: 0)
    let events = [KeyCode.s, .n, .digit7].flatMap { [InputEvent.key($0, .down, at: time), .key($0, .up, at: time)] }
    let known = scanner(none, events: events)
    #expect(known.settings.extraction.minLength == 3)
    #expect(!known.remarks.contains { $0.contains("min_length") })
  }
}
