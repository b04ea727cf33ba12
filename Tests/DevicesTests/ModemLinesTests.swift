import CMockInput
import Devices
import Glibc
import Testing

extension ReadingThreadTests {
  @Suite("drives a serial port's lines", .enabled(if: TestBed.isPossible))
  struct ModemLinesTests {
    private static let both = TIOCM_DTR | TIOCM_RTS

    @Test("as its settings say, both in one request, and leaves alone what they do not name")
    func lines() throws {
      let bed = try NodeBed()
      let node = try bed.serial(at: "/dev/ttyACM0")
      let port = try SerialPort(opening: "/dev/ttyACM0", settings: SerialSettings(lines: ModemLines(rts: false)))
      #expect(node.lines & Self.both == TIOCM_DTR)
      for (lines, levels) in [
        (ModemLines(dtr: false, rts: true), TIOCM_RTS), (ModemLines(dtr: true), Self.both),
        (ModemLines(dtr: false, rts: false), 0),
      ] {
        let before = node.lineRequests
        try port.drive(lines)
        #expect(node.lines & Self.both == levels)
        #expect(node.lineRequests == before + 1)
      }
      let before = node.lineRequests
      try port.drive(ModemLines())
      #expect(node.lineRequests == before)
    }
  }
}
