/// The words for a scan's fault in a timeline, read and written.
extension ScanFault {
  private enum Word: String, CaseIterable {
    case overrun, paused, detached
    case begunBeforeGrab = "begun-before-grab"
    case unknownKey = "unknown-key"
    case uncombinedAccent = "uncombined-accent"
    case badAltCode = "bad-alt-code"
    case tooLong = "too-long"
    case notUTF8 = "not-utf8"
    case malformedReport = "malformed-report"
  }

  init(from line: inout TimelineLine) throws(TimelineError) {
    switch try line.word(of: Word.self) {
    case .overrun: self = .overrun
    case .paused: self = .paused
    case .detached: self = .detached
    case .begunBeforeGrab: self = .begunBeforeGrab
    case .unknownKey: self = .unknownKey(try line.key())
    case .uncombinedAccent:
      self = .uncombinedAccent(
        try line.quoted("one accent in quotes") { $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first : nil })
    case .badAltCode: self = .badAltCode(try line.word("the number that was typed") { Int($0) })
    case .tooLong: self = .tooLong
    case .notUTF8: self = .notUTF8
    case .malformedReport: self = .malformedReport
    }
  }

  var words: String {
    switch self {
    case .overrun: Word.overrun.rawValue
    case .paused: Word.paused.rawValue
    case .detached: Word.detached.rawValue
    case .begunBeforeGrab: Word.begunBeforeGrab.rawValue
    case .unknownKey(let key): "\(Word.unknownKey.rawValue) \(key)"
    case .uncombinedAccent(let accent): "\(Word.uncombinedAccent.rawValue) \(QuotedText(String(accent)))"
    case .badAltCode(let number): "\(Word.badAltCode.rawValue) \(number)"
    case .tooLong: Word.tooLong.rawValue
    case .notUTF8: Word.notUTF8.rawValue
    case .malformedReport: Word.malformedReport.rawValue
    }
  }
}
