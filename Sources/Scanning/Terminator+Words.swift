/// The words for a terminator in a timeline, read and written.
extension Terminator {
  private enum Word: String, CaseIterable {
    case enter, tab, none
  }

  init(from line: inout TimelineLine) throws(TimelineError) {
    switch try line.word(of: Word.self) {
    case .enter: self = .enter
    case .tab: self = .tab
    case .none:
      self = .none(
        quietGap: try line.word("a quiet gap in milliseconds, such as 100ms") { word in
          word.hasSuffix("ms") ? UInt16(word.dropLast(2)).map { .milliseconds(Int($0)) } : nil
        })
    }
  }

  var words: String {
    switch self {
    case .enter: Word.enter.rawValue
    case .tab: Word.tab.rawValue
    case .none(let quietGap): "\(Word.none.rawValue) \(Int(quietGap / .milliseconds(1)))ms"
    }
  }
}
