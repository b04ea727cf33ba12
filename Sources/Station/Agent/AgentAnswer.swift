/// What the agent says to a request, on a line; what a watcher sees follows it.
enum AgentAnswer: Hashable, Sendable {
  case watching(station: String)
  /// It is closed here: take it.
  case lent
  case refused(String)
}

extension AgentAnswer: Codable {
  private enum Key: String, CodingKey {
    case station, lent, refused
  }

  init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: Key.self)
    if let station = try object.decodeIfPresent(String.self, forKey: .station) {
      self = .watching(station: station)
    } else if let reason = try object.decodeIfPresent(String.self, forKey: .refused) {
      self = .refused(reason)
    } else {
      _ = try object.decode(Bool.self, forKey: .lent)
      self = .lent
    }
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    switch self {
    case .watching(let station): try object.encode(station, forKey: .station)
    case .lent: try object.encode(true, forKey: .lent)
    case .refused(let reason): try object.encode(reason, forKey: .refused)
    }
  }
}
