import Gating
import Journal

extension HoldCause {
  /// - Parameter since: nil: it has just begun.
  static func notRecorded(_ error: JournalError, since: UTCTime?) -> HoldCause {
    HoldCause(code: .notRecorded, detail: error.fact, since: since ?? SystemClock.utc)
  }

  static var journalNotOpen: HoldCause {
    HoldCause(code: .notRecorded, detail: "the journal is not open yet", since: SystemClock.utc)
  }
}

extension JournalError {
  /// What is so, short enough for an operator's screen; the error itself says what to do.
  fileprivate var fact: String {
    switch cause {
    case .full: "the journal's disk is full"
    case .readOnly, .unreadable: "the journal cannot be written"
    case .damaged: "the journal is damaged"
    case .foreign: "another program's file stands in the journal's place"
    case .missing: "the journal was removed while it was written"
    case .noFolder: "the journal's folder does not exist"
    case .other: "the journal does not work"
    }
  }
}
