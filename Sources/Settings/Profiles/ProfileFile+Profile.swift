import Signals

extension ProfileFile {
  /// The profile that it describes; nil: it is told why there is none.
  func profile(_ reader: NodeReader) -> Profile? {
    guard let notation, let pictures = pictures(notation) else { return nil }
    var profile = Profile(light: light) { pictures[$0] ?? Picture(on: []) }
    profile.port = port
    profile.settle = settle ?? .zero
    profile.banner = banner.flatMap(notation.bytes)
    profile.open = open.compactMap { notation.write($0) }
    profile.close = close.compactMap { notation.write($0) }
    profile.probe = probe.flatMap { $0.probe(notation) }
    profile.acknowledgement = acknowledgement.flatMap { $0.acknowledgement(notation) }
    profile.gap = gap ?? .zero
    profile.refresh = refresh
    profile.flashing = flashing
    profile.buzzer = buzzer.flatMap { $0.buzzer(notation) } ?? lamps?.buzzer(notation)
    // What was refused until here is not there to be compared.
    for objection in reader.reading.diagnostics.isEmpty ? profile.objections : [] {
      reader.report(key: objection.key, objection.text)
    }
    return profile
  }

  private func pictures(_ notation: Notation) -> [Signal: Picture]? {
    if let signals { return signals.pictures(notation) }
    guard let lamps = lamps?.lamps(notation) else { return nil }
    return Dictionary(uniqueKeysWithValues: Signal.allCases.map { ($0, lamps.picture(for: $0)) })
  }
}
