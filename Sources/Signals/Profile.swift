/// How a light is spoken to: the contents of one file of `config/indicators`.
package struct Profile: Hashable, Sendable {
  /// What it is, in the words of whoever buys it.
  package var light: String
  package var port = PortSettings()
  /// Between opening the port and the first write.
  package var settle = Duration.zero
  /// Ends the settling early.
  package var banner: [UInt8]?
  package var open: [Write] = []
  package var close: [Write] = []
  package var probe: Probe?
  package var acknowledgement: Acknowledgement?
  /// The silence behind each write.
  package var gap = Duration.zero
  /// How often a signal that lasts is sent again; nil: once is enough.
  package var refresh: Duration?
  package var flashing = Flashing()
  package var buzzer: Buzzer?
  private let pictures: [Signal: Picture]

  /// `picture` is asked for every signal.
  package init(light: String, picture: (Signal) -> Picture) {
    self.light = light
    pictures = Dictionary(uniqueKeysWithValues: Signal.allCases.map { ($0, picture($0)) })
  }

  package func picture(for signal: Signal) -> Picture {
    pictures[signal] ?? Picture(on: [])
  }

  /// What must not be, by the key that says it: a PASS that something else sends too, or that a dead PC could show.
  package var objections: [(key: String, text: String)] {
    let pass = Set(picture(for: .pass).on)
    var objections: [(key: String, text: String)] = []
    for signal in Signal.allCases where signal != .pass {
      let picture = picture(for: signal)
      if pass.isSubset(of: picture.on) || pass.isSubset(of: picture.off) {
        objections.append(("signals.\(signal.rawValue)", "sends all that pass sends, expected something else"))
      }
    }
    if let buzzer, !pass.isDisjoint(with: buzzer.on) {
      objections.append(("buzzer.on", "sends what pass sends, expected something else"))
    }
    let unlit = [("open", open), ("close", close), ("buzzer.off", buzzer?.off ?? [])]
    for (key, writes) in unlit where pass.isSubset(of: writes) {
      objections.append((key, "sends all that pass sends, expected something else"))
    }
    if let lines = port.lines, pass.contains(.lines(lines)) {
      objections.append(("serial.lines", "is what pass shows, expected something else"))
    }
    for case .lines(let lines) in pass where lines == .none || lines == .both {
      let text =
        "found \(lines.rawValue), expected dtr or rts: both on is how Linux opens a port, both off how a PC dies"
      objections.append(("signals.pass", text))
    }
    return objections
  }

  /// The marks that its commands begin and end with, which no text may bring along.
  var reserved: Set<UInt8> {
    let shown = pictures.values.flatMap { $0.on + $0.off }
    let writes = shown + open + close + (buzzer.map { $0.on + $0.off } ?? [])
    return writes.reduce(into: []) { marks, write in
      if case .bytes(let template) = write { marks.formUnion(template.marks) }
    }
  }
}
