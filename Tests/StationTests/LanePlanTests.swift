import Devices
import Settings
import Testing

@testable import Station

@Suite struct LanePlanTests {
  private func device(
    port: String? = nil, serial: String? = nil, speaks transport: ScannerDevice.Transport = .wedge,
    isMarked: Bool = true
  ) -> ScannerDevice {
    ScannerDevice(
      devnode: "/dev/input/event7", syspath: "/sys/event7", transport: transport, isMarked: isMarked,
      model: "Voyager_1400g",
      serial: serial, port: port, name: "Honeywell Voyager",
      links: ["/dev/input/by-path/pci-0000:00:14.0-usb-0:3:1.0-event-kbd"])
  }

  @Test(
    "A socket is named with or without the USB interface of its input node",
    arguments: [
      ("pci-0000:00:14.0-usb-0:3", "pci-0000:00:14.0-usb-0:3:1.0", true),
      ("pci-0000:00:14.0-usb-0:3:1.0", "pci-0000:00:14.0-usb-0:3:1.0", true),
      ("pci-0000:00:14.0-usb-0:3", "pci-0000:00:14.0-usb-0:3:1.2", true),
      ("pci-0000:00:14.0-usb-0:3:1.0", "pci-0000:00:14.0-usb-0:3:1.2", false),
      ("pci-0000:00:14.0-usb-0:3", "pci-0000:00:14.0-usb-0:3", true),
      ("pci-0000:00:14.0-usb-0:3", "pci-0000:00:14.0-usb-0:3.1:1.0", false),
      ("pci-0000:00:14.0-usb-0:3", "pci-0000:00:14.0-usb-0:31:1.0", false),
      ("pci-0000:00:14.0-usb-0:3.1", "pci-0000:00:14.0-usb-0:3.1:1.0", true),
      ("pci-0000:00:14.0-usb-0", "pci-0000:00:14.0-usb-0:3:1.0", false),
      ("pci-0000:00", "pci-0000:00:14.0", false),
      ("platform-i8042-serio-0", "platform-i8042-serio-0", true),
      ("p", nil, false),
    ] as [(String, String?, Bool)])
  func socket(configured: String, port: String?, fits: Bool) {
    let assignment = LanePlan(of: ScannerMatch(.port, configured)).assignment(for: device(port: port))
    #expect(assignment?.lane == (fits ? "1" : nil))
  }

  @Test(
    "A port is a name below /dev too: the node's own, or a link to it",
    arguments: [
      ("/dev/input/event7", true), ("/dev/input/event77", false), ("/dev/input/event", false),
      ("/dev/input/by-path/pci-0000:00:14.0-usb-0:3:1.0-event-kbd", true), ("/dev/input/by-path", false),
    ])
  func path(configured: String, fits: Bool) {
    let assignment = LanePlan(of: ScannerMatch(.port, configured)).assignment(for: device(port: configured))
    #expect(assignment?.lane == (fits ? "1" : nil))
  }

  @Test(
    "A lane that no line names has its scanner's serial number as its name, else the socket, else the node",
    arguments: [
      ("S1", "pci-0000:00:14.0-usb-0:3:1.0", "S1"),
      ("0000", "pci-0000:00:14.0-usb-0:3:1.0", "pci-0000:00:14.0-usb-0:3"),
      (nil, "pci-0000:00:14.0-usb-0:3.4:1.1", "pci-0000:00:14.0-usb-0:3.4"),
      (nil, "pci-0000:00:14.0", "pci-0000:00:14.0"),
      (nil, "platform-xhci-hcd.0.usb-usb-0:1:1.0", "platform-xhci-hcd.0.usb-usb-0:1"),
      (nil, nil, "/dev/input/event7"),
    ] as [(String?, String?, String)])
  func automaticLane(serial: String?, port: String?, lane: String) {
    #expect(LanePlan.automatic.assignment(for: device(port: port, serial: serial))?.lane == lane)
  }

  @Test("Without a line, what no rule marks is nobody's scanner", arguments: ScannerDevice.Transport.allCases)
  func unmarked(transport: ScannerDevice.Transport) {
    for isMarked in [true, false] {
      let device = device(port: "p", speaks: transport, isMarked: isMarked)
      #expect(LanePlan.automatic.assignment(for: device)?.lane == (isMarked ? "p" : nil))
      #expect(LanePlan(of: ScannerMatch(.port, "p")).assignment(for: device)?.lane == "1")
    }
  }

  @Test("Of several lines that fit, a serial number goes before a port, and that before a model")
  func strictestLine() {
    let scanner = device(port: "p", serial: "S1")
    let matches = [
      ScannerMatch(.model, "Honeywell Voyager"), ScannerMatch(.model, "Voyager_1400g"), ScannerMatch(.port, "p"),
      ScannerMatch(.serial, "S1"), ScannerMatch(.serial, "S2"), ScannerMatch(.model, "Xenon"),
    ]
    func lane(_ matches: some Sequence<ScannerMatch>) -> String? {
      LanePlan(of: matches).assignment(for: scanner)?.lane
    }
    #expect(lane(matches) == "4")
    #expect(lane(matches.prefix(3)) == "3")
    #expect(lane(matches.prefix(2)) == "1")
    #expect(lane(matches.suffix(2)) == nil)
  }
}

extension LanePlan {
  /// A station without `scanners:`.
  static var automatic: LanePlan { LanePlan(of: []) }

  /// A station with lanes 1, 2, …
  init(of matches: ScannerMatch...) {
    self.init(of: matches)
  }

  init(of matches: some Sequence<ScannerMatch>) {
    var configuration = Configuration(hostName: "station-7")
    configuration.scanners = matches.enumerated().map { ScannerSettings(lane: "\($0 + 1)", match: $1) }
    self.init(configuration, hash: "")
  }
}
