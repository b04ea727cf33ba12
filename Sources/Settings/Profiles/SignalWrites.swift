import Signals

/// The `signals:` of a profile: what is written for each, all of the light at once.
struct SignalWrites: Section {
  private var writes: [Signal: PictureWrites] = [:]

  private subscript(signal: Signal) -> PictureWrites? {
    get { writes[signal] }
    set { writes[signal] = newValue }
  }

  static var fields: [Field<SignalWrites>] {
    Signal.allCases.map { Field($0.rawValue, \.[$0], .picture, isRequired: true) }
  }

  func pictures(_ notation: Notation) -> [Signal: Picture] {
    writes.mapValues { writes in
      Picture(on: writes.on.compactMap { notation.write($0) }, off: writes.off.compactMap { notation.write($0) })
    }
  }
}
