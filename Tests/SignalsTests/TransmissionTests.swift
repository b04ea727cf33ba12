import Signals
import Testing

@Suite struct TransmissionTests {
  private static func write(_ hex: String) throws -> Write { try .bytes(Template(hex: hex)) }

  private static func profile() throws -> Profile {
    let (dark, green, amber) = try (write("00"), write("0A"), write("0C"))
    return Profile(light: "test") { signal in
      switch signal {
      case .pass: Picture(on: [green])
      case .noVerdict: Picture(on: [amber], off: [dark])
      default: Picture(on: [dark])
      }
    }
  }

  @Test("A steady signal is sent once")
  func steady() throws {
    let transmission = try Transmission(Message(.pass), on: Self.profile())
    #expect(transmission.steps.script == ["0A"])
    #expect(transmission.cycle.isEmpty)
  }

  @Test("With a refresh, it is sent again after each period")
  func refresh() throws {
    var profile = try Self.profile()
    profile.refresh = .seconds(2)
    let transmission = Transmission(Message(.pass), on: profile)
    #expect(transmission.steps.script == ["0A"])
    #expect(transmission.cycle.script == ["wait 2.0 seconds", "0A"])
  }

  @Test("A flashing one is lit first, then dark and lit in turn for its share of the period")
  func flashing() throws {
    var profile = try Self.profile()
    profile.flashing.period = .milliseconds(500)
    profile.flashing.duty = 20
    let transmission = Transmission(Message(.noVerdict), on: profile)
    #expect(transmission.steps.script == ["0C", "wait 0.1 seconds"])
    #expect(transmission.cycle.script == ["00", "wait 0.4 seconds", "0C", "wait 0.1 seconds"])
  }

  @Test("Behind each write comes the gap that the light needs, behind the last one too")
  func gap() throws {
    var profile = try ShippedProfile.named("lcus")
    profile.gap = .milliseconds(4)
    #expect(
      Transmission(Message(.pass), on: profile).steps.script == [
        "A0 02 00 A2", "gap 0.004 seconds", "A0 01 00 A1", "gap 0.004 seconds", "A0 03 01 A4", "gap 0.004 seconds",
      ])
  }

  @Test("The buzzer is silent unless it is asked for")
  func silence() throws {
    let profile = try ShippedProfile.named("adafruit-tower")
    for signal in Signal.allCases {
      let transmission = Transmission(Message(signal), on: profile)
      #expect(!(transmission.steps.writes + transmission.cycle.writes).contains { $0 == "18" || $0 == "28" })
    }
  }

  @Test(
    "It beeps once for PASS, twice for FAIL, three times for NO VERDICT, and ends in silence",
    arguments: [
      (Signal.pass, 1), (.fail, 2), (.noVerdict, 3), (.hold, 0), (.scannerLost, 0), (.ready, 0), (.reading, 0),
    ])
  func beeps(signal: Signal, count: Int) throws {
    let profile = try ShippedProfile.named("adafruit-tower")
    let transmission = Transmission(Message(signal), on: profile, isBuzzing: true)
    let buzzer = transmission.steps.writes.filter { $0 == "18" || $0 == "28" }
    #expect(buzzer == ["28"] + Array(repeating: ["18", "28"], count: count).joined())
    #expect(!transmission.cycle.writes.contains("18"))
    #expect(transmission.steps.writes.first != "28", "the light comes before the sound")
  }

  @Test("Opening puts out what may be lit, settles, initialises, puts everything out and asks who is there")
  func opening() throws {
    var profile = try Self.profile()
    profile.settle = .seconds(2)
    profile.open = [try Self.write("11")]
    profile.close = [try Self.write("22")]
    profile.buzzer = Buzzer(on: [try Self.write("B1")], off: [try Self.write("B0")])
    profile.probe = Probe([0x5B], reply: Acknowledgement(.bytes([0])))
    #expect(Transmission(opening: profile).steps.script == ["00", "B0", "wait 2.0 seconds", "11", "00", "B0", "5B"])
    #expect(Transmission(opening: profile).steps.last == .send([0x5B], Acknowledgement(.bytes([0]))))
    #expect(Transmission(closing: profile).steps.script == ["00", "B0", "22"])
    profile.banner = [0x4F, 0x4B]
    #expect(Transmission(opening: profile).steps.script[2] == "wait for 4F 4B at most 2.0 seconds")
  }

  @Test(
    "Before it has settled it is asked for no answer, and told nothing where opening resets it or it may not listen")
  func settling() throws {
    var profile = try ShippedProfile.named("modbus-coil")
    profile.settle = .seconds(2)
    let steps = Transmission(opening: profile).steps
    let early = Array(steps.prefix { $0 != .wait(.seconds(2)) })
    #expect(!early.isEmpty && early.writes == Transmission(closing: profile).steps.writes)
    for case .send(_, let acknowledgement) in early { #expect(acknowledgement == nil) }
    var resetting = profile
    resetting.port.hangsUpOnClose = true
    var listening = profile
    listening.port.flow = .rtscts
    for profile in [resetting, listening] {
      #expect(Transmission(opening: profile).steps.first == .wait(.seconds(2)))
    }
  }

  @Test("Each write awaits the light's acknowledgement")
  func acknowledged() throws {
    let profile = try ShippedProfile.named("modbus-coil")
    var echo = Acknowledgement(.echo)
    echo.refusal = [0x01, 0x85]
    echo.timeout = .milliseconds(200)
    let sends = Transmission(Message(.fail), on: profile).steps.compactMap { step in
      if case .send(_, let acknowledgement) = step { acknowledgement } else { nil }
    }
    #expect(sends == [echo, echo, echo])
  }
}
