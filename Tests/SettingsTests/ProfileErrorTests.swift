import Signals
import Testing

@testable import Settings

@Suite struct ProfileErrorTests {
  /// What is told about a profile with this text, its folder left off.
  private static func complaints(about text: String) throws -> [String] {
    let folder = try StationFolder()
    let path = try folder.write(text, to: "light.yaml")
    do throws(ConfigurationError) {
      _ = try Profile(at: path)
      return []
    } catch {
      return error.diagnostics.map { String($0.description.dropFirst(folder.path.count + 1)) }
    }
  }

  /// The least that a profile must say of the signals.
  static let signals = """
    signals:
      ready: 00
      reading: 00
      checking: 02
      pass: 04
      fail: 01
      no_verdict: {on: 02, off: 00}
      hold: {on: 02, off: 00}
      scanner_lost: [00, 03]
      stopping: 00

    """

  @Test(
    "What is wrong is told where it stands, with what is allowed",
    arguments: [
      (
        "",
        [
          "light.yaml: light: missing; it has no default", "light.yaml: written_as: missing; it has no default",
          "light.yaml: signals: missing; expected signals, or lamps that are switched one by one",
        ]
      ),
      (
        "light: A\nwritten_as: ascii\n\(signals)",
        [#"light.yaml:2:13: written_as: found "ascii", expected hex | text | lines"#]
      ),
      (
        "light: A\nwritten_as: hex\nbaud: 9600\n\(signals)",
        [
          "light.yaml:3:1: baud: unknown key; known are light, written_as, serial, settle, banner, open, close, probe, ack, gap, refresh, flash, buzzer, lamps, signals"
        ]
      ),
      (
        "light: A\nwritten_as: hex\nserial: {boud: 9600}\n\(signals)",
        ["light.yaml:3:10: serial.boud: unknown key; did you mean baud?"]
      ),
      (
        "light: A\nwritten_as: hex\nopen: 2B 0l\n\(signals)",
        [
          #"light.yaml:3:7: open[0]: found "0l", expected bytes as two hexadecimal digits with spaces between: A0 01, or 00*27 for many"#
        ]
      ),
      (
        "light: A\nwritten_as: text\nclose: [ok, \"\\xE9\"]\n\(signals)",
        [#"light.yaml:3:13: close[1]: found "é", expected ASCII; write any other byte as \xNN"#]
      ),
      (
        "light: A\nwritten_as: hex\nack: {timeout: 1s}\n\(signals)",
        [
          "light.yaml:3:6: ack: expected either the bytes to expect or echo: true, for a light that sends back what is written"
        ]
      ),
      (
        "light: A\nwritten_as: text\nack: {expect: '{serial}'}\n\(signals)",
        [#"light.yaml:3:15: ack.expect: found "{serial}", expected bytes without a text of the message"#]
      ),
      (
        "light: A\nwritten_as: text\nbanner: OK\n\(signals)",
        ["light.yaml:1:1: settle: missing; expected how long to wait for the banner"]
      ),
      (
        "light: A\nwritten_as: lines\nbanner: OK\nsettle: 1s\nlamps: {green: 1, on: dtr, off: none}",
        ["light.yaml:3:9: banner: lines carry no bytes: leave it out"]
      ),
      (
        "light: A\nwritten_as: lines\nlamps: {green: 1, on: both, off: none}",
        [
          "light.yaml:1:1: signals.pass: found both, expected dtr or rts: both on is how Linux opens a port, both off how a PC dies"
        ]
      ),
      (
        "light: A\nwritten_as: lines\nserial: {flow: rtscts}\nlamps: {green: 1, on: dtr, off: none}",
        [
          "light.yaml:3:16: serial.flow: found rtscts, expected none: RTS is the lamp, and the kernel would move it"
        ]
      ),
      (
        "light: A\nwritten_as: hex\nlamps: {red: 1, on: 01, off: 00}",
        ["light.yaml:3:8: lamps.green: missing; it has no default"]
      ),
      (
        "light: A\nwritten_as: hex\nlamps: {red: 1, green: 1, on: '{lamp}', off: 00}",
        [
          "light.yaml:3:31: lamps.on: does not tell one lamp from another, on from off: expected a number for each, {lamp} for it"
        ]
      ),
      (
        "light: A\nwritten_as: hex\nlamps: {green: 2, buzzer: 2, on: '{lamp}', off: '00 {lamp}'}",
        [
          "light.yaml:3:34: lamps.on: does not tell one lamp from another, on from off: expected a number for each, {lamp} for it"
        ]
      ),
      (
        "light: A\nwritten_as: hex\nlamps: {red: 1, green: 2, on: '{lamp}', off: '00 {lamp}', flash: '02'}",
        [
          "light.yaml:3:31: lamps.on: does not tell one lamp from another, on from off: expected a number for each, {lamp} for it"
        ]
      ),
      (
        "light: A\nwritten_as: hex\n\(signals)buzzer: {on: [08, 04], off: 00}",
        ["light.yaml:13:14: buzzer.on: sends what pass sends, expected something else"]
      ),
      (
        "light: A\nwritten_as: hex\nlamps: {red: 1, green: 300, on: '{lamp}', off: '00 {lamp}'}",
        [
          "light.yaml:3:33: lamps.on: lamp 300 does not fit in 1 of the 1 or 2 bytes it can have: write {lamp:2} for a number up to 65535"
        ]
      ),
      (
        "light: A\nwritten_as: hex\nlamps: {green: 1, on: 01, off: 00}\n\(signals)",
        ["light.yaml:3:8: lamps: found lamps and signals, expected one of them"]
      ),
      (
        "light: A\nwritten_as: hex\n\(signals.replacing("checking: 02", with: "checking: 04"))",
        ["light.yaml:6:13: signals.checking: sends all that pass sends, expected something else"]
      ),
      (
        "light: A\nwritten_as: hex\n\(signals.replacing("pass: 04", with: "pass: []"))",
        ["light.yaml:7:9: signals.pass: found an empty list, expected at least one value"]
      ),
      (
        "light: A\nwritten_as: hex\n\(signals.replacing("  pass: 04\n", with: ""))",
        ["light.yaml:4:3: signals.pass: missing; it has no default"]
      ),
      (
        "light: A\nlight: B\nwritten_as: hex\n\(signals)",
        ["light.yaml:1:1: found light twice in one section, keep one"]
      ),
    ])
  func errors(text: String, expected: [String]) throws {
    let told = try Self.complaints(about: text)
    #expect(told == expected)
  }
}
