import Signals
import Testing

/// The writes of every shipped profile for every signal, against the tables of the vendors.
@Suite struct TranscriptTests {
  @Test("Each light is sent its vendor's bytes for each signal", arguments: Expected.all)
  func writes(expected: Expected) throws {
    let profile = try ShippedProfile.named(expected.profile)
    for signal in Signal.allCases {
      let message = Message(signal, serial: "SN-0012-000417", reason: "STOP. Put the unit on REWORK.", lane: "1")
      let transmission = Transmission(message, on: profile)
      #expect(transmission.steps.writes == expected.writes[signal], "\(signal)")
      #expect(transmission.cycle.writes == expected.cycles[signal] ?? [], "\(signal)")
    }
  }

  @Test("No shipped file is without its table")
  func complete() {
    #expect(Expected.all.map(\.profile).sorted() == ShippedProfile.all.map(\.name).sorted())
    #expect(ShippedProfile.all.count == 15)
    for expected in Expected.all { #expect(expected.writes.count == Signal.allCases.count, "\(expected.profile)") }
  }

  @Test("The checksums of this test are those of the vendors' examples")
  func checksums() {
    #expect(Frames.lcus(4, true) == "A0 04 01 A5")
    #expect(Frames.coil(0, true) == "01 05 00 00 FF 00 8C 3A")
    #expect(Frames.coil(2, true, unit: 0xFE) == "FE 05 00 02 FF 00 39 F5")
    #expect(Frames.modbus("01 0F 00 00 00 04") == "01 0F 00 00 00 04 54 08")
    #expect(Frames.tl50("00 01").hasSuffix("00 E9 FD"))
    #expect(Frames.tl50("30").hasSuffix("00 BA FD"))
  }
}
