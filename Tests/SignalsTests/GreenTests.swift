import Signals
import Testing

/// Green is for PASS and for nothing else.
@Suite struct GreenTests {
  /// What puts green on, of each light; of a display, the word.
  private static let green: [String: String] = [
    "adafruit-tower": "14", "sl60": Frames.lcus(2, true), "lcus": Frames.lcus(3, true),
    "modbus-coil": Frames.coil(2, true), "modbus-coil-0f": Frames.modbus("01 0F 00 00 00 04 01 04"),
    "patlite-ascii": "@??S001000!".hex, "text-line": "PASS".hex, "numato": "relay on 2\r".hex, "denkovi": "03+//".hex,
    "devantech": "67", "kmtronic": "FF 03 01", "banner-tl50": Frames.tl50("00 01"), "pole-cd5220": "PASS".hex,
    "pole-ld9000": "PASS".hex, "rts-dtr": "[dtr]",
  ]

  @Test("Only PASS ever sends what puts green on", arguments: ShippedProfile.all)
  func onlyPass(file: ShippedProfile) throws {
    let green = try #require(Self.green[file.name])
    let profile = try file.profile()
    for signal in Signal.allCases {
      let transmission = Transmission(
        Message(signal, serial: "SN-1", reason: "x", lane: "1"), on: profile, isBuzzing: true)
      let sent = transmission.steps.writes + transmission.cycle.writes
      #expect(sent.contains { $0.contains(green) } == (signal == .pass), "\(signal): \(sent)")
    }
    for transmission in [Transmission(opening: profile), Transmission(closing: profile)] {
      #expect(!transmission.steps.writes.contains { $0.contains(green) })
      #expect(transmission.cycle.isEmpty)
    }
  }

  @Test("A light lit for anything else is not lit green as well: green is put out before another lamp is lit")
  func outFirst() throws {
    for (name, off) in [
      ("lcus", Frames.lcus(3, false)), ("sl60", Frames.lcus(2, false)), ("modbus-coil", Frames.coil(2, false)),
    ] {
      let profile = try ShippedProfile.named(name)
      for signal in Signal.allCases where signal != .pass {
        #expect(Transmission(Message(signal), on: profile).steps.writes.first == off, "\(name) \(signal)")
      }
    }
  }

  private static func signals(pass: Write, checking: Write) -> Profile {
    Profile(light: "test") { signal in
      switch signal {
      case .pass: Picture(on: [pass])
      case .checking: Picture(on: [checking])
      default: Picture(on: [.lines(.rts)])
      }
    }
  }

  @Test("A light on bare lines whose PASS both on or both off would show is refused", arguments: [Lines.none, .both])
  func deadPC(pass: Lines) {
    let objections = Self.signals(pass: .lines(pass), checking: .lines(.rts)).objections
    #expect(objections.map(\.key) == ["signals.pass"])
    #expect(objections.first?.text.hasPrefix("found \(pass.rawValue), expected dtr or rts") == true)
  }

  @Test(
    "What looks different in the file and sends what PASS sends is refused",
    arguments: [
      ("01 {sum8}", "01 01", true), ("01 {sum8}", "01 02", false), ("01 02", "01 02 03", false),
    ])
  func computedTwins(pass: String, checking: String, isTwin: Bool) throws {
    let profile = try Self.signals(pass: .bytes(Template(hex: pass)), checking: .bytes(Template(hex: checking)))
    #expect(profile.objections.map(\.key) == (isTwin ? ["signals.checking"] : []))
  }

  @Test(
    "Texts are no difference: a barcode may read like a reason, and be as long",
    arguments: [
      ("{serial:8}", "{serial:>8}", true), ("{serial}", "{reason:8}", true), ("OK {serial}", "OK {lane:3}", true),
      ("OK {serial}", "NO {serial}", false),
    ])
  func textTwins(pass: String, checking: String, isTwin: Bool) throws {
    let profile = try Self.signals(pass: .bytes(Template(text: pass)), checking: .bytes(Template(text: checking)))
    #expect(profile.objections.map(\.key) == (isTwin ? ["signals.checking"] : []))
  }

  @Test("What is written in two goes is what is written in one")
  func splitTwins() throws {
    let parts = try ["01", "02"].map { Write.bytes(try Template(hex: $0)) }
    let whole = Write.bytes(try Template(hex: "01 02"))
    let profile = Profile(light: "test") { signal in
      switch signal {
      case .pass: Picture(on: parts)
      case .checking: Picture(on: [whole])
      default: Picture(on: [.lines(.rts)])
      }
    }
    #expect(profile.objections.map(\.key) == ["signals.checking"])
  }

  @Test("RTS is no lamp on a port where the kernel moves it")
  func flowControl() {
    var profile = Self.signals(pass: .lines(.dtr), checking: .lines(.none))
    profile.port.flow = .rtscts
    #expect(profile.objections.map(\.key) == ["serial.flow"])
  }

  @Test("What sends all that PASS sends is refused: a signal, a buzzer, what is sent at opening and closing")
  func twins() throws {
    #expect(Self.signals(pass: .lines(.dtr), checking: .lines(.dtr)).objections.map(\.key) == ["signals.checking"])
    #expect(Self.signals(pass: .lines(.dtr), checking: .lines(.none)).objections.isEmpty)
    let flashing = Profile(light: "test") { signal in
      signal == .pass
        ? Picture(on: [.lines(.dtr)]) : Picture(on: [.lines(.none)], off: [.lines(.rts), .lines(.dtr)])
    }
    #expect(flashing.objections.count == Signal.allCases.count - 1)
    let both = try Self.signals(pass: .bytes(Template(hex: "01")), checking: .lines(.none))
    var buzzing = both
    buzzing.buzzer = try Buzzer(on: [.bytes(Template(hex: "01"))], off: [.bytes(Template(hex: "00"))])
    #expect(both.objections.isEmpty)
    #expect(buzzing.objections.map(\.key) == ["buzzer.on"])
    buzzing.buzzer = try Buzzer(on: [.bytes(Template(hex: "00"))], off: [.bytes(Template(hex: "01"))])
    buzzing.open = try [.bytes(Template(hex: "01"))]
    buzzing.close = try [.bytes(Template(hex: "00")), .bytes(Template(hex: "01"))]
    #expect(buzzing.objections.map(\.key) == ["open", "close", "buzzer.off"])
    var opened = Self.signals(pass: .lines(.dtr), checking: .lines(.none))
    opened.port.lines = .dtr
    #expect(opened.objections.map(\.key) == ["serial.lines"])
  }
}
