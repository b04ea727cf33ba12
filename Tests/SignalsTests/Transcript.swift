import Signals

/// What goes over the wire, as a person reads it: `A0 01 01 A2`, lines as `[dtr]`, one write an element.
extension [Step] {
  var writes: [String] {
    compactMap { step in
      switch step {
      case .send(let bytes, _): bytes.hex
      case .lines(let lines): "[\(lines.rawValue)]"
      case .gap, .wait, .waitFor: nil
      }
    }
  }

  /// With the silences between the writes.
  var script: [String] {
    flatMap { step in
      switch step {
      case .gap(let time): ["gap \(time)"]
      case .wait(let time): ["wait \(time)"]
      case .waitFor(let bytes, let time): ["wait for \(bytes.hex) at most \(time)"]
      case .send, .lines: [step].writes
      }
    }
  }
}

extension [UInt8] {
  var hex: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined(separator: " ")
  }

  /// From pairs of digits.
  init(hex text: String) {
    self = text.split(separator: " ").compactMap { UInt8($0, radix: 16) }
  }
}

extension String {
  /// ASCII as the transcript shows it.
  var hex: String { [UInt8](utf8).hex }
}
