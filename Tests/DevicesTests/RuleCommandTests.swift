import CMockInput
import Scanning
import Testing

extension ReadingThreadTests {
  @Suite("The command devices --rule", .enabled(if: TestBed.isPossible), .timeLimit(.minutes(2)))
  struct RuleCommandTests {
    private let bed: TestBed

    init() throws {
      bed = try TestBed()
    }

    @Test("prints the rule of the device that scans")
    func rule() async throws {
      let keyboard = try bed.plugIn(event: 3, plug: 3, mark: nil)
      let scanner = try bed.plugIn(event: 7, mark: nil, properties: ["ID_SERIAL_SHORT": "S1"])
      let ending = try await bed.program("devices", "--rule").use { running in
        try await running.errors.text(to: "scan any code")
        scanner.type("SN2024001", on: .us)
      }
      #expect(ending.code == 0, "\(ending)")
      #expect(
        ending.output == """
          # Mock Scanner
          ACTION!="remove", SUBSYSTEM=="input", KERNEL=="event*", ENV{ID_INPUT_KEY}=="1", ENV{ID_VENDOR_ID}=="05e0", \
          ENV{ID_MODEL_ID}=="1200", ENV{ID_SERIAL_SHORT}=="S1", ENV{SCANGATE_SCANNER}="wedge"

          """)
      #expect(ending.errors.contains("65-scangate-local.rules"))
      #expect(keyboard.count(MockInputGrabbed) == 0 && scanner.count(MockInputGrabbed) == 0)
    }

    @Test("has none for a device that a person types on, whatever scans after")
    func person() async throws {
      let keyboard = try bed.plugIn(event: 7, mark: nil)
      let ending = try await bed.program("devices", "--rule", "--seconds", "2").use { running in
        try await running.errors.text(to: "scan any code")
        let later = keyboard.type("hello", on: .us, pace: .milliseconds(60))
        keyboard.type("SN2024001", on: .us, from: later)
      }
      #expect(ending.code == 1)
      #expect(ending.output == "")
      #expect(ending.errors.contains("a person types on /dev/input/event7"))
    }

    @Test("has none that would take another device too, but one for the socket")
    func sameID() async throws {
      _ = try bed.plugIn(event: 3, mark: nil, properties: ["ID_PATH": "pci-usb-0:2:1.0"])
      _ = try bed.plugIn(event: 7, mark: nil, properties: ["ID_PATH": "pci-usb-0:3:1.0"])
      let refused = try await bed.program("devices", "--rule", "--unseen", "/dev/input/event7").end()
      #expect(refused.code == 1)
      #expect(refused.errors.contains("/dev/input/event3 (Mock Scanner) looks the same"))

      let given = try await bed.program("devices", "--rule", "--port", "--unseen", "/dev/input/event7").end()
      #expect(given.code == 0)
      #expect(given.output.contains(#"ENV{ID_PATH}=="pci-usb-0:3|pci-usb-0:3:*""#))
    }
  }
}
