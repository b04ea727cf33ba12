import Signals
import Testing

@Suite struct AcknowledgementTests {
  private static func modbus() throws -> Acknowledgement {
    try #require(try ShippedProfile.named("modbus-coil").acknowledgement)
  }

  @Test(
    "An echo accepts, the exception refuses, anything else says nothing yet",
    arguments: [
      ("", nil), ("01 05 00 00", nil), ("01 05 00 00 FF 00 8C 3A", .accepted),
      ("00 01 05 00 00 FF 00 8C 3A", .accepted),
      ("01 05 00 00 FF 00 8C 3B", nil), ("01 85 02 C3 51", .refused), ("01", nil),
    ] as [(String, Acknowledgement.Reply?)])
  func echo(received: String, reply: Acknowledgement.Reply?) throws {
    let written = [UInt8](hex: "01 05 00 00 FF 00 8C 3A")
    #expect(try Self.modbus().replies(in: [UInt8](hex: received), to: written).last == reply)
  }

  @Test(
    "An answer is found behind an echo, and the last one counts",
    arguments: [
      ("numato", "relay on 2\r", nil), ("numato", "relay on 2\r\n\r>", .accepted),
      ("patlite-ascii", "\u{6}", .accepted),
      ("patlite-ascii", "\u{15}", .refused), ("patlite-ascii", "", nil), ("denkovi", "03+/", nil),
      ("denkovi", "03+//", .accepted), ("patlite-ascii", "\u{6}\u{15}", .refused),
      ("patlite-ascii", "\u{15}\u{6}", .accepted),
    ] as [(String, String, Acknowledgement.Reply?)])
  func prompts(profile: String, received: String, reply: Acknowledgement.Reply?) throws {
    let acknowledgement = try #require(try ShippedProfile.named(profile).acknowledgement)
    #expect(acknowledgement.replies(in: [UInt8](received.utf8), to: [UInt8]("03+//".utf8)).last == reply)
  }

  @Test("Each answer is heard once, a refusal that ends like an acceptance as a refusal")
  func order() {
    var acknowledgement = Acknowledgement(.bytes(Array(">".utf8)))
    acknowledgement.refusal = Array("?>".utf8)
    let replies = acknowledgement.replies(in: Array("a>b?>c?".utf8), to: [])
    #expect(replies == [.accepted, .refused])
  }
}
