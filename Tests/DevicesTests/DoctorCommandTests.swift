import CMockInput
import Testing

extension ReadingThreadTests {
  @Suite("The command doctor", .enabled(if: TestBed.isPossible), .timeLimit(.minutes(2)))
  struct DoctorCommandTests {
    private let bed: TestBed
    private let files: TemporaryFolder

    init() throws {
      bed = try TestBed()
      files = try TemporaryFolder()
    }

    /// What it says of scanners and layouts.
    private func lines(_ configuration: String = "") async throws -> [Substring] {
      let api = "api: {url: 'http://127.0.0.1:9'}\n"
      let path = try files.file("station.yaml", api + configuration)
      let ending = try await bed.program("doctor", "--config", path).end()
      return ending.lines.filter { $0.contains(" scanner ") || $0.contains(" layout ") }
    }

    @Test("tells each scanner and its layout, and opens none")
    func scanner() async throws {
      let scanner = try bed.plugIn(event: 7, properties: ["ID_PATH": "pci-usb-0:3:1.0", "ID_SERIAL_SHORT": "S1"])
      _ = try bed.plugIn(event: 8, mark: nil)
      let unchecked = try await lines()
      #expect(unchecked.count == 2)
      #expect(unchecked[0].hasPrefix("ok "))
      #expect(unchecked[0].contains("lane S1: Mock Scanner on pci-usb-0:3, /dev/input/event7"))
      #expect(unchecked[1].hasPrefix("warning ") && unchecked[1].hasSuffix("→ scangate identify"))
      let checked = try await lines("scanners: [{lane: a, match: {serial: S1}, layout: de}]")
      #expect(checked.contains { $0.hasPrefix("ok ") && $0.contains("lane a: de, as the configuration says") })
      #expect(scanner.count(MockInputOpened) == 0)
    }

    @Test("tells a lane without its scanner, two scanners of one lane, and none at all")
    func troubles() async throws {
      #expect(try await lines().contains { $0.contains("TROUBLE") && $0.hasSuffix("→ scangate identify") })
      for (number, port) in [(7, "left"), (8, "right")] {
        _ = try bed.plugIn(event: number, properties: ["ID_PATH": port, "ID_MODEL": "Gun"])
      }
      let found = try await lines("scanners: [{lane: a, match: {model: Gun}}, {lane: b, match: {serial: S9}}]")
      let troubles = found.filter { $0.hasPrefix("TROUBLE") }
      #expect(troubles.count == 2, "\(found)")
      #expect(troubles.contains { $0.contains("both fit") })
      #expect(troubles.contains { $0.contains("lane b: its scanner is not plugged in") })
    }
  }
}
