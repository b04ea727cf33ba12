/// What a program asks of the running agent: one JSON object on a line, `{"watch":{…}}`.
package enum AgentRequest: Hashable, Sendable {
  case watch(WatchRequest)
  case borrow(LoanRequest)
  /// The watcher's terminal has another size, or lost what it showed.
  case draw(WatchRequest.Size)

  /// In bytes: what is longer is no request.
  static let limit = 4096
}

extension AgentRequest: Codable {
  private enum Key: String, CodingKey {
    case watch, borrow, draw
  }

  package init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: Key.self)
    if let wish = try object.decodeIfPresent(WatchRequest.self, forKey: .watch) {
      self = .watch(wish)
    } else if let loan = try object.decodeIfPresent(LoanRequest.self, forKey: .borrow) {
      self = .borrow(loan)
    } else {
      self = .draw(try object.decode(WatchRequest.Size.self, forKey: .draw))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    switch self {
    case .watch(let wish): try object.encode(wish, forKey: .watch)
    case .borrow(let loan): try object.encode(loan, forKey: .borrow)
    case .draw(let size): try object.encode(size, forKey: .draw)
    }
  }
}
