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

  /// The marks that its commands begin and end with, which no text may bring along.
  var reserved: Set<UInt8> {
    let shown = pictures.values.flatMap { $0.on + $0.off }
    let writes = shown + open + close + (buzzer.map { $0.on + $0.off } ?? [])
    return writes.reduce(into: []) { marks, write in
      if case .bytes(let template) = write { marks.formUnion(template.marks) }
    }
  }
}
