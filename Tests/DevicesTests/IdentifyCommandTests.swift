import CMockInput
import Foundation
import Layouts
import Scanning
import Subprocess
import SystemPackage
import Testing

extension ReadingThreadTests {
  @Suite("The command identify", .enabled(if: TestBed.isPossible), .timeLimit(.minutes(2)))
  struct IdentifyCommandTests {
    private let bed: TestBed
    private let files: TemporaryFolder

    init() throws {
      bed = try TestBed()
      files = try TemporaryFolder()
    }

    @Test("finds the scanner and its setup, and prints an entry that can be put in force")
    func identify() async throws {
      let german = try Layouts().layout(named: "de")
      let scanner = try bed.plugIn(event: 7, mark: nil, properties: ["ID_PATH": "pci-usb-0:3:1.0"])
      let ending = try await bed.program("identify").use { running in
        try await running.errors.text(to: "scan any code")
        scanner.type("SN-2024-001", on: german)
        try await running.errors.text(to: "scan this check code")
        scanner.type("L1]Q1" + CheckCode.matrix.text, on: german, endedBy: .tab)
      }
      #expect(ending.code == 0, "\(ending)")
      #expect(ending.output.contains("layout de, ends a scan with tab\n  AIM identifier ]Q1\n  prefix \"L1\""))
      #expect(ending.output.contains(#"ENV{SCANGATE_SCANNER}="wedge""#))
      let entry = try #require(ending.output.firstRange(of: "scanners:\n").map { ending.output[$0.lowerBound...] })
      let yaml = String(try #require(entry.components(separatedBy: "\n\n").first)) + "\n"
      #expect(
        yaml == """
          scanners:
            - lane: 1
              match:
                port: pci-usb-0:3
              layout: de
              terminator: tab
              prefix: L1

          """)
      let file = try files.file("pasted.yaml", yaml)
      #expect(try await Program("config", "check", "--config", file).end().code == 0)
    }

    @Test("tells what it knows when Ctrl-C ends it before the check code")
    func interrupted() async throws {
      let scanner = try bed.plugIn(event: 7, properties: ["ID_SERIAL_SHORT": "S1"])
      let ending = try await bed.program("identify", "--json").use { running in
        try await running.errors.text(to: "scan any code")
        scanner.type("SN-2024-001", on: .us)
        try await running.errors.text(to: "scan this check code")
        try running.child.send(signal: .interrupt)
      }
      #expect(ending.code == 0, "\(ending)")
      #expect(ending.output.contains(#""setup":null"#) && ending.output.contains(#""serial":"S1""#))
    }

    @Test("has only Ctrl-C on the terminal until it ends: what else would end or stop it would leave that silent")
    func keys() async throws {
      let scanner = try bed.plugIn(event: 7)
      defer { withExtendedLifetime(scanner) {} }
      let pty = try Pty(isRaw: false)
      let line = FileDescriptor(rawValue: pty.reading)
      let shown = Transcript(of: try FileDescriptor(rawValue: pty.writing).duplicate())
      let found = try pty.keyboard()
      let ending = try await bed.program("identify", "--seconds", "30").use(on: line) { _ in
        try await shown.text(to: "scan any code")
        let keyboard = try pty.keyboard()
        #expect(keyboard[0] & UInt32(ECHO) == 0)
        #expect(Array(keyboard[1...]) == [3, 0, 0])
        pty.write("\u{1A}\u{1C}\u{3}")
      }
      #expect(ending.code == 1)
      #expect(try pty.keyboard() == found)
    }

    @Test("takes the check code at once, and then does not take its length for that of a number")
    func checkCodeFirst() async throws {
      let scanner = try bed.plugIn(event: 7)
      let ending = try await bed.program("identify").use { running in
        try await running.errors.text(to: "scan any code")
        scanner.type(CheckCode.linear.text, on: .us, endedBy: nil)
      }
      #expect(ending.code == 0, "\(ending)")
      #expect(ending.output.contains("layout us, ends a scan with none"))
      #expect(ending.output.contains("terminator: none needs min_length too"))
      #expect(!ending.output.contains("min_length: "))
    }

    @Test("takes the scan of a serial scanner as it is, and asks for no check code")
    func serialScanner() async throws {
      let node = try #require(mock_serial_attach(bed.bed, "/dev/ttyACM0"))
      defer { mock_node_free(node) }
      let pty = try Pty(isRaw: false)
      try #require(symlink(pty.path, bed.root + "/dev/ttyACM0") == 0)
      try bed.describe(
        "tty", "ttyACM0", plug: 7, parent: "acm",
        properties: ["SCANGATE_SCANNER": "cdc", "ID_BUS": "usb", "ID_MODEL": "Port", "ID_PATH": "pci-usb-0:3:1.0"])
      let ending = try await bed.program("identify").use { running in
        try await running.errors.text(to: "scan any code")
        pty.write("]C1SN-2024-001\r")
      }
      #expect(ending.code == 0, "\(ending)")
      #expect(ending.output.hasPrefix("Port  05e0:1200  USB serial  /dev/ttyACM0\n"))
      #expect(ending.output.contains("  sent \"]C1SN-2024-001\"\n"))
      #expect(ending.output.contains("port: pci-usb-0:3\n\nthen: scangate config check"))
    }

    @Test("says what a serial scanner lacks whose scans have no end")
    func endless() async throws {
      let node = try #require(mock_serial_attach(bed.bed, "/dev/ttyACM0"))
      defer { mock_node_free(node) }
      let pty = try Pty(isRaw: false)
      try #require(symlink(pty.path, bed.root + "/dev/ttyACM0") == 0)
      try bed.describe(
        "tty", "ttyACM0", plug: 7, parent: "acm",
        properties: ["SCANGATE_SCANNER": "cdc", "ID_BUS": "usb", "ID_PATH": "pci-usb-0:3:1.0"])
      let ending = try await bed.program("identify").use { running in
        try await running.errors.text(to: "scan any code")
        pty.write("SN-2024-001")
        try await running.errors.text(to: "set it to send Enter")
        pty.write("\rSN-2024-001\r")
      }
      #expect(ending.code == 0, "\(ending)")
      #expect(ending.output.contains("  sent \"SN-2024-001\"\n"))
    }

    @Test("keeps the entry by which the scanner has its lane, not the first that fits it")
    func surestEntry() async throws {
      let file = try files.file(
        "two.yaml",
        """
        scanners:
          - lane: any
            match:
              model: Mock Scanner
          - lane: own
            match:
              serial: S1

        """)
      let scanner = try bed.plugIn(event: 7, properties: ["ID_SERIAL_SHORT": "S1"])
      let ending = try await bed.program("identify", "--config", file).use { running in
        try await running.errors.text(to: "scan any code")
        scanner.type(CheckCode.linear.text, on: .us)
      }
      #expect(ending.code == 0, "\(ending)")
      #expect(ending.output.contains("in place of the entry"))
      #expect(ending.output.contains("  - lane: own\n    match:\n      serial: S1\n"))
    }

    @Test("wakes a marked scanner that is silent without the agent, and no other device", arguments: ["wedge", nil])
    func silent(mark: String?) async throws {
      let scanner = try bed.plugIn(event: 7, mark: mark, inhibited: true)
      _ = try await bed.program("identify", "--seconds", "1").use { running in
        try await running.errors.text(to: "scan any code")
        #expect(bed.isInhibited(scanner) == (mark == nil))
      }
    }

    @Test("says which program has grabbed a scanner, and how to get it back")
    func grabbedElsewhere() async throws {
      let scanner = try bed.plugIn(event: 7)
      scanner.isBusy = true
      let ending = try await bed.program("identify", "--seconds", "1").end()
      #expect(ending.code == 1)
      #expect(ending.errors.contains("cannot grab /dev/input/event7"))
      #expect(ending.errors.contains("systemctl stop scangate"))
    }
  }
}
