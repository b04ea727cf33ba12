package import Station

/// All that was looked at, the worst last: there, at the end of a terminal, is where one looks.
package struct Diagnosis: Sendable {
  package let checks: [Check]

  /// - Parameter checks: in the order of a scan's way.
  package init(_ checks: [Check]) {
    self.checks = Check.State.allCases.flatMap { state in checks.filter { $0.state == state } }
  }

  /// Nothing was found that keeps the station from its work.
  package var isSound: Bool { count(of: .trouble) == 0 }

  /// A line a check, in columns, then the count of each kind.
  package var lines: [String] {
    let width = checks.map(\.subject.count).max() ?? 0
    return checks.map { check in
      let next = check.next.map { " → \($0)" } ?? ""
      return "\(check.state.word.padded(to: 8)) \(check.subject.padded(to: width))  \(check.text)\(next)"
    } + [summary]
  }

  /// One object a check, every key always present.
  package var json: [JSONLine] {
    checks.map { check in
      var line = JSONLine()
      line.add("type", "check")
      line.add("subject", check.subject)
      line.add("state", check.state.rawValue)
      line.add("text", check.text)
      line.add("next", check.next)
      return line
    }
  }

  /// `1 trouble, 2 warnings, 14 ok`
  private var summary: String {
    Check.State.allCases.reversed().compactMap { state in
      let count = count(of: state)
      let plural = count > 1 && (state == .trouble || state == .warning) ? "s" : ""
      return count > 0 ? "\(count) \(state.word.lowercased())\(plural)" : nil
    }.joined(separator: ", ")
  }

  private func count(of state: Check.State) -> Int {
    checks.count { $0.state == state }
  }
}

extension Check.State {
  fileprivate var word: String {
    switch self {
    case .ok: "ok"
    case .skipped: "not seen"
    case .warning: "warning"
    case .trouble: "TROUBLE"
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
