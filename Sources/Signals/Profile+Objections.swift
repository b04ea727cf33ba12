/// What a profile must not say.
extension Profile {
  /// By the key that says it: a PASS that something else sends too, or that a dead PC could show.
  package var objections: [(key: String, text: String)] {
    let pass = picture(for: .pass).on
    var objections: [(key: String, text: String)] = []
    for signal in Signal.allCases where signal != .pass {
      let picture = picture(for: signal)
      if isSaid(pass, by: picture.on) || isSaid(pass, by: picture.off) {
        objections.append(("signals.\(signal.rawValue)", "sends all that pass sends, expected something else"))
      }
    }
    if let buzzer, pass.contains(where: { isSaid([$0], by: buzzer.on) }) {
      objections.append(("buzzer.on", "sends what pass sends, expected something else"))
    }
    let unlit = [("open", open), ("close", close), ("buzzer.off", buzzer?.off ?? [])]
    for (key, writes) in unlit where isSaid(pass, by: writes) {
      objections.append((key, "sends all that pass sends, expected something else"))
    }
    for case .lines(let lines) in pass {
      if port.lines == lines { objections.append(("serial.lines", "is what pass shows, expected something else")) }
      if lines == .none || lines == .both {
        let text =
          "found \(lines.rawValue), expected dtr or rts: both on is how Linux opens a port, both off how a PC dies"
        objections.append(("signals.pass", text))
      }
      if port.flow == .rtscts {
        objections.append(("serial.flow", "found rtscts, expected none: RTS is the lamp, and the kernel would move it"))
      }
    }
    return objections
  }

  /// Whether writes send all that these send, for some message: with texts as long as any width makes them, and all
  /// alike, for a barcode may read as a reason does.
  private func isSaid(_ said: [Write], by writes: [Write]) -> Bool {
    (0...Placeholder.widest).contains { length in
      let text = String(repeating: "0", count: length)
      let message = Message(.pass, serial: text, reason: text, lane: text)
      let (said, sent) = (sendings(said, message), sendings(writes, message))
      return Set(said).isSubset(of: sent) || !sent.isEmpty && said.flatMap(\.self) == sent.flatMap(\.self)
    }
  }

  private func sendings(_ writes: [Write], _ message: Message) -> [[Sending]] {
    writes.map { write in
      switch write {
      case .bytes(let template): template.bytes(for: message, without: reserved).map(Sending.byte)
      case .lines(let lines): [.lines(lines)]
      }
    }
  }
}

/// What a light gets to see of a write.
private enum Sending: Hashable {
  case byte(UInt8)
  case lines(Lines)
}
