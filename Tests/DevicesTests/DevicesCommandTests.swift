import CMockInput
import Testing

extension ReadingThreadTests {
  @Suite("The command devices", .enabled(if: TestBed.isPossible), .timeLimit(.minutes(2)))
  struct DevicesCommandTests {
    private let bed: TestBed
    private let files: TemporaryFolder

    init() throws {
      bed = try TestBed()
      files = try TemporaryFolder()
    }

    @Test("tells each scanner's lane, --all what else there is, and nothing is opened")
    func devices() async throws {
      let scanner = try bed.plugIn(event: 7, properties: ["ID_PATH": "pci-usb-0:3:1.0", "ID_SERIAL_SHORT": "S1"])
      let mouse = try bed.plugIn(event: 8, mark: nil, types: false, hasKeys: false)
      let ending = try await bed.program("devices").end()
      #expect(ending.code == 0)
      #expect(
        ending.output == """
          Mock Scanner  05e0:1200  keyboard  /dev/input/event7
            lane S1: marked by a udev rule
            serial S1, port pci-usb-0:3

          """)
      let all = try await bed.program("devices", "--all").end()
      #expect(all.output.contains("/dev/input/event8\n  types nothing"))
      #expect(scanner.count(MockInputOpened) == 0 && mouse.count(MockInputOpened) == 0)
    }

    @Test("--json has an object a line, and exits 1 where no scanner has a lane")
    func devicesAsJSON() async throws {
      _ = try bed.plugIn(event: 7, mark: nil)
      let ending = try await bed.program("devices", "--json").end()
      #expect(ending.code == 1)
      let line = try #require(ending.lines.first)
      #expect(line.hasPrefix(#"{"type":"device","devnode":"/dev/input/event7","transport":"wedge","lane":null"#))
      #expect(line.contains(#""usable":false"#))
      #expect(ending.errors.contains("scangate identify"))
    }

    @Test("names two scanners that fit one lane, and the entry that they fit")
    func twins() async throws {
      for (number, port) in [(7, "left"), (8, "right")] {
        _ = try bed.plugIn(event: number, properties: ["ID_PATH": port, "ID_MODEL": "Gun"])
      }
      let file = try files.file("twins.yaml", "scanners: [{lane: a, match: {model: Gun}}]\n")
      let ending = try await bed.program("devices", "--config", file).end()
      #expect(ending.code == 1)
      #expect(ending.output.contains("lane a: entry 1 of scanners:, by model"))
      #expect(ending.output.contains("fits the lane of Mock Scanner on right: unplug one"))
    }

    @Test("says who must do what where a scanner cannot be read")
    func locked() async throws {
      let scanner = try bed.plugIn(event: 7, properties: ["ID_PATH": "left"])
      bed.remove(scanner)
      let ending = try await bed.program("devices").end()
      #expect(ending.code == 1)
      #expect(ending.output.contains("cannot open /dev/input/event7: "))
    }

    @Test("names a scanner in a mode that cannot be read, and the setup code to scan")
    func silentScanner() async throws {
      try bed.add(
        "/devices/pci0000:00/usb1/1-9", "usb", "A: product=Symbol Bar Code Scanner", node: nil,
        ["SCANGATE_MODE": "SNAPI", "ID_VENDOR_ID": "05e0", "ID_MODEL_ID": "1900", "ID_PATH": "pci-usb-0:9"])
      let ending = try await bed.program("devices").end()
      #expect(ending.code == 1)
      #expect(ending.output.hasPrefix("Symbol Bar Code Scanner  05e0:1900  SNAPI\n"))
      #expect(ending.output.contains("`USB keyboard`"))
    }
  }
}
