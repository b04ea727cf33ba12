import Signals
import Testing

/// What a light must be sent: the writes of each signal, and of one turn of its cycle.
struct Expected: CustomTestStringConvertible {
  var profile: String
  var writes: [Signal: [String]]
  var cycles: [Signal: [String]] = [:]

  var testDescription: String { profile }

  static let all = [
    adafruit, lcus, sl60, modbus05, modbus0F, patlite, textLine, numato, denkovi, devantech, kmtronic, tl50, cd5220,
    ld9000, linesOnly,
  ]

  private static let adafruit = bytes(
    "adafruit-tower", dark: "24 22 21", checking: "24 22 21 12", pass: "22 21 14", fail: "24 22 21 11",
    amber: "24 21 42", lost: "24 41 42")

  private static let patlite: Expected = {
    func set(_ lamps: String) -> String { "@??S\(lamps)000!".hex }
    var expected = bytes(
      "patlite-ascii", dark: set("000"), checking: set("010"), pass: set("001"), fail: set("100"), amber: set("020"),
      lost: set("220"))
    expected.writes[.stopping] = ["40 3F 3F 43 21"]
    return expected
  }()

  private static let textLine: Expected = {
    var expected = Expected(profile: "text-line", writes: [:])
    let words: [Signal: String] = [
      .ready: "READY", .reading: "CHECKING", .checking: "CHECKING", .pass: "PASS", .fail: "FAIL",
      .noVerdict: "NOVERDICT", .hold: "HOLD", .scannerLost: "LOST", .stopping: "STOPPING",
    ]
    expected.writes = words.mapValues { ["\($0)\n".hex] }
    expected.cycles = expected.writes
    return expected
  }()

  private static let devantech: Expected = {
    var expected = bytes(
      "devantech", dark: "71 70 6F", checking: "71 6F 66", pass: "70 6F 67", fail: "71 70 65", amber: "71 6F 66",
      lost: "71 65 66")
    expected.cycles = [
      .noVerdict: ["70", "71 6F 66"], .hold: ["70", "71 6F 66"], .scannerLost: ["70 6F", "71 65 66"],
    ]
    return expected
  }()

  private static let modbus0F: Expected = {
    func coils(_ mask: String) -> String { Frames.modbus("01 0F 00 00 00 04 01 \(mask)") }
    var expected = bytes(
      "modbus-coil-0f", dark: coils("00"), checking: coils("02"), pass: coils("04"), fail: coils("01"),
      amber: coils("02"), lost: coils("03"))
    expected.cycles = [
      .noVerdict: [coils("00"), coils("02")], .hold: [coils("00"), coils("02")],
      .scannerLost: [coils("00"), coils("03")],
    ]
    return expected
  }()

  private static let tl50 = {
    var expected = bytes(
      "banner-tl50", dark: Frames.tl50("30"), checking: Frames.tl50("03 01"), pass: Frames.tl50("00 01"),
      fail: Frames.tl50("01 01"), amber: Frames.tl50("03 02"), lost: Frames.tl50("01 03 03"))
    expected.writes[.ready] = [Frames.tl50("0D 01")]
    return expected
  }()

  private static let linesOnly = bytes(
    "rts-dtr", dark: "[none]", checking: "[none]", pass: "[dtr]", fail: "[rts]", amber: "[none]", lost: "[none]")

  private static let sl60: Expected = {
    func off(_ channel: Int) -> String { Frames.lcus(channel, false) }
    func on(_ channel: Int) -> String { Frames.lcus(channel, true) }
    let dark = [off(2), off(3), off(1)]
    let amber = [off(2), off(1), "A0 03 01 B5"]
    return Expected(
      profile: "sl60",
      writes: [
        .ready: dark, .reading: dark, .stopping: dark, .checking: [off(2), off(1), on(3)],
        .pass: [off(3), off(1), on(2)], .fail: [off(2), off(3), on(1)], .noVerdict: amber, .hold: amber,
        .scannerLost: [off(2), "A0 01 01 B3", "A0 03 01 B5"],
      ])
  }()

  private static let lcus = relays("lcus", first: 1) { Frames.lcus($0, $1) }
  private static let modbus05 = relays("modbus-coil", first: 0) { Frames.coil($0, $1) }
  private static let numato = relays("numato", first: 0) { "relay \($1 ? "on" : "off") \($0)\r".hex }
  private static let denkovi = relays("denkovi", first: 1) { "0\($0)\($1 ? "+" : "-")//".hex }
  private static let kmtronic = relays("kmtronic", first: 1) { [0xFF, UInt8($0), $1 ? 1 : 0].hex }

  private static let cd5220 = display("pole-cd5220") { "\u{1B}QA\($0)\r\u{1B}QB\($1)\r".hex }
  private static let ld9000 = display("pole-ld9000") { "\u{10}\0\($0)\u{10}\u{14}\($1)".hex }

  /// One write for each signal.
  private static func bytes(
    _ profile: String, dark: String, checking: String, pass: String, fail: String, amber: String, lost: String
  ) -> Expected {
    Expected(
      profile: profile,
      writes: [
        .ready: [dark], .reading: [dark], .stopping: [dark], .checking: [checking], .pass: [pass], .fail: [fail],
        .noVerdict: [amber], .hold: [amber], .scannerLost: [lost],
      ])
  }

  /// Red, yellow and green in this order of numbers; what goes out goes out first, green before all.
  private static func relays(_ profile: String, first: Int, _ relay: (Int, Bool) -> String) -> Expected {
    let off = [relay(first, false), relay(first + 1, false), relay(first + 2, false)]
    let on = [relay(first, true), relay(first + 1, true), relay(first + 2, true)]
    let (red, yellow, green) = (0, 1, 2)
    let dark = [off[green], off[yellow], off[red]]
    let amber = [off[green], off[red], on[yellow]]
    let lost = [off[green], on[yellow], on[red]]
    return Expected(
      profile: profile,
      writes: [
        .ready: dark, .reading: dark, .stopping: dark, .checking: amber, .pass: [off[yellow], off[red], on[green]],
        .fail: [off[green], off[yellow], on[red]], .noVerdict: amber, .hold: amber, .scannerLost: lost,
      ],
      cycles: [
        .noVerdict: [off[yellow]] + amber, .hold: [off[yellow]] + amber,
        .scannerLost: [off[yellow], off[red]] + lost,
      ])
  }

  /// Two lines of twenty characters, for the message that the test sends.
  private static func display(_ profile: String, _ write: (_ upper: String, _ lower: String) -> String) -> Expected {
    let reason = "STOP. Put the unit o"
    let serial = "SN-0012-000417"
    return Expected(
      profile: profile,
      writes: [
        .ready: [write("READY              1", reason)], .reading: [write("\(serial)      ", reason)],
        .checking: [write("CHECKING 0012-000417", reason)], .pass: [write("PASS  \(serial)", reason)],
        .fail: [write("FAIL  \(serial)", reason)], .noVerdict: [write("NO VERDICT 12-000417", reason)],
        .hold: [write("HOLD               1", reason)], .scannerLost: [write("NO SCANNER         1", reason)],
        .stopping: [write("STOPPED            1", reason)],
      ])
  }
}
