package import Gating
package import Journal

/// What another configuration would have changed: recorded verdicts, judged again and counted.
package struct Backtest: Sendable {
  /// What became of an answer.
  package struct Change: Hashable, Sendable {
    package enum Now: Hashable, Sendable {
      case answer(RecordedAnswer)
      case untold
    }

    package var before: RecordedAnswer
    package var now: Now
  }

  /// The verdicts that changed in one way, for one reason.
  package struct Group: Hashable, Sendable {
    package var change: Change
    /// Code of the new answer's reason; of a PASS, of the reason that is no more.
    package var reason: String
    package var count = 0
    package var examples: [Example] = []
  }

  package struct Example: Hashable, Sendable {
    package var sequence: Int64
    package var at: UTCTime
    /// As scanned where it has none.
    package var serialNumber: String
    package var before: String
    package var now: String
  }

  private static let exampleLimit = 3

  private let rejudge: Rejudge
  package private(set) var first: Int64?
  package private(set) var last: Int64?
  package private(set) var count = 0
  package private(set) var unchanged = 0
  /// Of the unchanged, those that have another reason now.
  package private(set) var otherReason = 0
  package private(set) var unreadable = 0
  /// Answered by a stand-in: sample data, left out.
  package private(set) var standIns = 0
  private var found: [Cause: Group] = [:]

  private struct Cause: Hashable {
    var change: Change
    var reason: String
  }

  package init(of rejudge: Rejudge) {
    self.rejudge = rejudge
  }

  /// Those that may be released now come first, then by their number.
  package var groups: [Group] {
    found.values.sorted { left, right in
      (left.change.rank, right.count, left.reason) < (right.change.rank, left.count, right.reason)
    }
  }

  /// Judges an entry again; one that is no verdict is passed over.
  package mutating func add(_ read: ReadEntry) {
    switch read.content {
    case .note: break
    case .unreadable: unreadable += 1
    case .verdict(let verdict) where verdict.isStandIn: standIns += 1
    case .verdict(let verdict):
      count += 1
      if first == nil { first = read.entry.sequence }
      last = read.entry.sequence
      add(verdict, read.entry.sequence)
    }
  }

  private mutating func add(_ recorded: RecordedVerdict, _ sequence: Int64) {
    let before = recorded.reasons.first
    switch rejudge.judge(recorded) {
    case .untold(let reason):
      note(Change(before: recorded.answer, now: .untold), reason.rawValue, reason.text, recorded, sequence)
    case .verdict(let verdict):
      let now = RecordedAnswer(verdict.answer)
      let finding = verdict.findings.first
      guard now != recorded.answer else {
        unchanged += 1
        if finding?.code.rawValue != before?.code { otherReason += 1 }
        return
      }
      note(
        Change(before: recorded.answer, now: .answer(now)), finding?.code.rawValue ?? before?.code ?? "",
        [verdict.rule.map { "rule \"\($0)\"" }, finding?.detail ?? verdict.allowance ?? verdict.decision]
          .compactMap(\.self).joined(separator: ": "), recorded, sequence)
    }
  }

  private mutating func note(
    _ change: Change, _ reason: String, _ now: String, _ recorded: RecordedVerdict, _ sequence: Int64
  ) {
    let cause = Cause(change: change, reason: reason)
    var group = found[cause] ?? Group(change: change, reason: reason)
    group.count += 1
    if group.examples.count < Self.exampleLimit {
      group.examples.append(
        Example(
          sequence: sequence, at: recorded.at, serialNumber: recorded.serialNumber ?? recorded.scan,
          before: recorded.remark, now: now))
    }
    found[cause] = group
  }
}

extension Backtest.Change {
  private static let order: [Backtest.Change] = [
    Self(before: .fail, now: .answer(.pass)), Self(before: .noVerdict, now: .answer(.pass)),
    Self(before: .pass, now: .answer(.fail)), Self(before: .pass, now: .answer(.noVerdict)),
    Self(before: .fail, now: .answer(.noVerdict)), Self(before: .noVerdict, now: .answer(.fail)),
    Self(before: .pass, now: .untold), Self(before: .fail, now: .untold), Self(before: .noVerdict, now: .untold),
  ]

  /// What matters most, first.
  fileprivate var rank: Int { Self.order.firstIndex(of: self) ?? Self.order.count }

  /// What is released now and was not.
  package var isRelease: Bool { now == .answer(.pass) }

  /// `FAIL -> PASS`
  package var text: String {
    switch now {
    case .answer(let answer): "\(before.text) -> \(answer.text)"
    case .untold: "\(before.text) -> cannot be told"
    }
  }
}

extension RecordedAnswer {
  package init(_ answer: Verdict.Answer) {
    self =
      switch answer {
      case .pass: .pass
      case .fail: .fail
      case .noVerdict: .noVerdict
      }
  }
}
