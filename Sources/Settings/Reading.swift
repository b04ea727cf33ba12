/// One reading of a configuration: what was found to be wrong so far, and where each key stands.
final class Reading {
  private(set) var diagnostics: [Diagnostic] = []
  /// Key path → place, for every key that was given.
  private(set) var places: [String: Place] = [:]
  /// Every file that was looked into, be it in vain: another reading may find another text there.
  private(set) var files: Set<String> = []

  func note(_ keyPath: String, at place: Place) {
    places[keyPath] = place
  }

  func textFile(at path: String) throws(TextFileError) -> TextFile {
    files.insert(path)
    return try TextFile(at: path)
  }

  /// Where a key stands, or else the nearest section that it would stand in.
  func place(of keyPath: String) -> Place? {
    var path = keyPath[...]
    while true {
      if let place = places[String(path)] { return place }
      guard let end = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { return nil }
      path = path[..<end]
    }
  }

  func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }
}
