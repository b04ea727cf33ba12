import Signals
import Testing

@Suite struct LampsTests {
  private static func write(_ name: String) throws -> Write { try .bytes(Template(text: name)) }

  private static func lamp(_ name: String, flashing: Bool) throws -> Lamps.Lamp {
    Lamps.Lamp(on: try write("\(name)+"), off: try write("\(name)-"), flash: flashing ? try write("\(name)*") : nil)
  }

  private static func shown(_ signal: Signal, _ colors: [Lamps.Color], flashing: Bool = false) throws -> (
    String, String
  ) {
    let lamps = try Lamps(
      Dictionary(uniqueKeysWithValues: colors.map { ($0, try lamp(String($0.rawValue.prefix(1)), flashing: flashing)) })
    )
    let profile = Profile(light: "test") { lamps.picture(for: $0) }
    let transmission = Transmission(Message(signal), on: profile)
    func text(_ steps: [Step]) -> String {
      steps.writes.map { String(decoding: [UInt8](hex: $0), as: UTF8.self) }.joined(separator: " ")
    }
    return (text(transmission.steps), text(transmission.cycle))
  }

  @Test(
    "Colours mean the same on every light: what is not lit goes out first",
    arguments: [
      (Signal.ready, "g- y- r- w+", ""), (.reading, "g- y- r- w-", ""), (.checking, "g- r- w- y+", ""),
      (.pass, "y- r- w- g+", ""), (.fail, "g- y- w- r+", ""), (.noVerdict, "g- r- w- y+", "y- g- r- w- y+"),
      (.hold, "g- r- w- y+", "y- g- r- w- y+"), (.scannerLost, "g- w- y+ r+", "y- r- g- w- y+ r+"),
      (.stopping, "g- y- r- w-", ""),
    ])
  func colours(signal: Signal, lit: String, cycle: String) throws {
    let shown = try Self.shown(signal, [.red, .yellow, .green, .white])
    #expect(shown == (lit, cycle))
  }

  @Test(
    "Lamps that flash by themselves are left to it, and put out before they are lit otherwise",
    arguments: [
      (Signal.noVerdict, "y- g- r- y*"), (.scannerLost, "y- r- g- y* r*"), (.checking, "y- g- r- y+"),
      (.fail, "r- g- y- r+"),
      (.pass, "g- y- r- g+"),
    ])
  func native(signal: Signal, lit: String) throws {
    #expect(try Self.shown(signal, [.red, .yellow, .green], flashing: true) == (lit, ""))
  }

  @Test("Lamps that are not fitted stay dark, whatever they would say")
  func fewer() throws {
    #expect(try Self.shown(.pass, [.green]) == ("g+", ""))
    #expect(try Self.shown(.fail, [.green]) == ("g-", ""))
    #expect(try Self.shown(.noVerdict, [.green, .red]) == ("g- r-", ""))
  }
}
