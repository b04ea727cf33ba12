import Signals

extension Profile {
  /// All that it sends, one line a signal: bytes in hexadecimal, lines in brackets, pauses.
  var transcript: String {
    var lines = [("open", Transmission(opening: self))]
    lines += Signal.allCases.map { signal in
      (signal.name, Transmission(Message(signal, serial: "SN-2024-001234", reason: "TEST", lane: "1"), on: self))
    }
    lines.append(("close", Transmission(closing: self)))
    return lines.map { name, transmission in
      let again = transmission.cycle.isEmpty ? "" : ", again and again: \(transmission.cycle.text)"
      return "\(name): \(transmission.steps.text)\(again)\n"
    }.joined()
  }
}

extension Signal {
  /// As lines and displays say it: `NO VERDICT`.
  var name: String {
    rawValue.uppercased().split(separator: "_").joined(separator: " ")
  }

  /// What lamps show; a display shows words, a light of two colours less.
  var look: String {
    switch self {
    case .ready: "dark, or white where there is a white lamp"
    case .reading, .stopping: "dark"
    case .checking: "amber"
    case .pass: "green"
    case .fail: "red"
    case .noVerdict, .hold: "amber, flashing"
    case .scannerLost: "red and amber, flashing"
    }
  }
}

extension [Step] {
  fileprivate var text: String { map(\.text).joined(separator: ", ") }
}

extension Step {
  fileprivate var text: String {
    switch self {
    case .send(let bytes, _): bytes.hexadecimal
    case .lines(let lines): "[\(lines.rawValue)]"
    case .gap(let time), .wait(let time): "\(time.milliseconds) ms"
    case .waitFor(let bytes, let time): "until \(bytes.hexadecimal), \(time.milliseconds) ms at most"
    }
  }
}

extension [UInt8] {
  fileprivate var hexadecimal: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined(separator: " ")
  }
}

extension Duration {
  fileprivate var milliseconds: Int { Int(self / .milliseconds(1)) }
}
