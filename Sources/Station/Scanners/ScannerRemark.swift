/// What is odd about a scanner that comes, by where it and its like were seen last. Names in it are the devices' own:
/// hostile until escaped.
enum ScannerRemark: Hashable, Sendable {
  /// By serial number, or without one by its kind, it is the scanner of a lane that has none now: of one of these.
  case strayed(from: [String], to: String, isCertain: Bool, hasLane: Bool)
  /// It has twins on these lanes, they were away together, and no serial number tells which is which.
  case twins([String])
  /// The socket's lane had another model before.
  case otherModel(before: String)
  /// It is the lane's, in another socket than before.
  case moved(from: String)

  /// What is so, and what to do.
  var text: String {
    switch self {
    case .strayed(let lanes, let socket, let isCertain, let hasLane):
      "\(Self.owners(lanes)) scanner is now on port \(socket): plug it back, or "
        + (hasLane ? "go on here" : "change the lane's port")
        + " (told by its \(isCertain ? "serial number" : "model"))"
    case .twins(let lanes):
      "lanes \(lanes.joined(separator: " and ")) have twins, which were away together: check that each scanner is at its "
        + "own lane: scan the lane's own test unit"
    case .otherModel(let name):
      "another model than before (\(name)): check that it is set up like it: scangate identify"
    case .moved(let socket):
      "on port \(socket) before"
    }
  }

  /// Whether somebody at the lane has to look after it.
  var isForOperator: Bool {
    if case .moved = self { false } else { true }
  }

  /// `lane 1's`, `lane 1's or lane 2's`.
  private static func owners(_ lanes: [String]) -> String {
    lanes.map { "lane \($0)'s" }.joined(separator: " or ")
  }
}
