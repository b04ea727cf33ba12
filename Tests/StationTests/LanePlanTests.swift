import Devices
import Settings
import Testing

@testable import Station

@Suite struct LanePlanTests {
  private func plan(_ matches: ScannerMatch...) -> LanePlan {
    var configuration = Configuration(hostName: "station-7")
    configuration.scanners = matches.enumerated().map { ScannerSettings(lane: "\($0 + 1)", match: $1) }
    return LanePlan(configuration, hash: "")
  }

  private func device(
    port: String? = nil, serial: String? = nil, mark: ScannerDevice.Transport? = .wedge
  ) -> ScannerDevice {
    ScannerDevice(
      devnode: "/dev/input/event7", syspath: "/sys/event7", mark: mark, model: "Voyager_1400g", serial: serial,
      port: port, name: "Honeywell Voyager")
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
    let assignment = plan(ScannerMatch(.port, configured)).assignment(for: device(port: port))
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
    #expect(plan().assignment(for: device(port: port, serial: serial))?.lane == lane)
  }

  @Test("Without a line, what no rule marked is nobody's scanner")
  func unmarked() {
    #expect(plan().assignment(for: device(port: "p", mark: nil)) == nil)
    #expect(plan(ScannerMatch(.port, "p")).assignment(for: device(port: "p", mark: nil))?.lane == "1")
  }

  @Test("The first line that fits has the scanner, by its number, its socket, its model or its name")
  func firstLine() {
    let scanner = device(port: "p", serial: "S1")
    #expect(plan(ScannerMatch(.serial, "S2"), ScannerMatch(.port, "p")).assignment(for: scanner)?.lane == "2")
    #expect(plan(ScannerMatch(.serial, "S1"), ScannerMatch(.port, "p")).assignment(for: scanner)?.lane == "1")
    #expect(plan(ScannerMatch(.model, "Voyager_1400g")).assignment(for: scanner)?.lane == "1")
    #expect(plan(ScannerMatch(.model, "Honeywell Voyager")).assignment(for: scanner)?.lane == "1")
    #expect(plan(ScannerMatch(.model, "Xenon")).assignment(for: scanner) == nil)
  }
}
