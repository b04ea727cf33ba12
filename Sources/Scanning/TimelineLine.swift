/// One line of a timeline, read token by token.
struct TimelineLine {
  enum Token: Hashable {
    case word(String)
    case quoted(String)
    case comma
  }

  let number: Int
  private var tokens: ArraySlice<Token> = []

  init(_ text: Substring.UnicodeScalarView, number: Int) throws(TimelineError) {
    self.number = number
    var rest = text
    while let character = rest.popFirst() {
      switch character {
      case " ", "\t", "\r": continue
      case "#": return
      case ",": tokens.append(.comma)
      case "\"":
        guard let quoted = QuotedText(readingFrom: &rest) else {
          throw TimelineError(
            line: number, found: "a broken text in quotes", allowed: #""…", with \", \\ or \u{1D} inside"#)
        }
        tokens.append(.quoted(quoted.text))
      default:
        let end = rest.firstIndex { " \t\r,\"#".unicodeScalars.contains($0) } ?? rest.endIndex
        tokens.append(.word(String(character) + String(rest[..<end])))
        rest = rest[end...]
      }
    }
  }

  var isEmpty: Bool { tokens.isEmpty }

  /// The next word put through `read`, or the error that says what is allowed instead.
  mutating func word<Value>(_ allowed: String, _ read: (String) -> Value?) throws(TimelineError) -> Value {
    let token = tokens.popFirst()
    guard case .word(let word) = token, let value = read(word) else { throw error(token, allowed: allowed) }
    return value
  }

  /// The next word, one of a few.
  mutating func word<Word: CaseIterable & RawRepresentable<String>>(
    of words: Word.Type
  ) throws(TimelineError) -> Word {
    try word(words.allCases.map(\.rawValue).joined(separator: ", "), Word.init(rawValue:))
  }

  /// The words up to the end of the line, one phrase of a few.
  mutating func rest<Phrase: CaseIterable & RawRepresentable<String>>(
    of phrases: Phrase.Type
  ) throws(TimelineError) -> Phrase {
    let allowed = phrases.allCases.map(\.rawValue).joined(separator: ", ")
    var words = [try word(allowed) { $0 }]
    while !isEmpty { words.append(try word(allowed) { $0 }) }
    let phrase = words.joined(separator: " ")
    guard let known = Phrase(rawValue: phrase) else { throw error(.word(phrase), allowed: allowed) }
    return known
  }

  mutating func quoted<Value>(_ allowed: String, _ read: (String) -> Value?) throws(TimelineError) -> Value {
    let token = tokens.popFirst()
    guard case .quoted(let text) = token, let value = read(text) else { throw error(token, allowed: allowed) }
    return value
  }

  mutating func key() throws(TimelineError) -> KeyCode {
    try word("a key by its kernel name or number, such as KEY_A or 0xb7") { KeyCode(name: $0) }
  }

  /// Whether a comma came, and more must follow; else the line must end here.
  mutating func comma() throws(TimelineError) -> Bool {
    guard let token = tokens.popFirst() else { return false }
    guard token == .comma else { throw error(token, allowed: "a comma or the end of the line") }
    return true
  }

  mutating func finish() throws(TimelineError) {
    if let token = tokens.popFirst() { throw error(token, allowed: "the end of the line") }
  }

  private func error(_ token: Token?, allowed: String) -> TimelineError {
    let found =
      switch token {
      case .word(let word): "“\(word.escaped(limit: 60))”"
      case .quoted(let text): text.quoted
      case .comma: "a comma"
      case nil: "the end of the line"
      }
    return TimelineError(line: number, found: found, allowed: allowed)
  }
}
