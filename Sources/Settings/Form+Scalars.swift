import Scanning

extension Form<Bool> {
  static var flag: Form {
    .scalar("true or false", read: { ["true": true, "false": false][$0] }, show: { $0 ? "true" : "false" })
  }
}

extension Form<String> {
  /// Text for people: a name or a sentence, with nothing hidden in it.
  static func words(_ expected: String, upTo limit: Int = 200) -> Form {
    .scalar(
      expected,
      read: { text in
        text.isPrintable && !text.isEmpty && text.count <= limit ? text : nil
      },
      show: \.self)
  }

  /// Text for machines: may hold control characters, may be empty.
  static var verbatim: Form {
    .scalar("text", read: \.self, show: \.self)
  }

  /// Absolute: where the agent was started from must not matter.
  static var path: Form {
    .scalar("an absolute path", read: { $0.hasPrefix("/") && $0.isPrintable ? $0 : nil }, show: \.self)
  }
}

extension String {
  /// Whether nothing is hidden in it.
  fileprivate var isPrintable: Bool { unicodeScalars.allSatisfy(\.isPrintable) }
}

extension Form<Int> {
  static func number(_ range: ClosedRange<Int>) -> Form {
    .scalar(
      "a number from \(range.lowerBound) to \(range.upperBound)",
      read: { text in
        let isDigits = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return isDigits ? Int(text).flatMap { range.contains($0) ? $0 : nil } : nil
      },
      show: \.description)
  }
}

extension Form<Duration> {
  static func time(_ range: ClosedRange<Duration>) -> Form {
    let bounds = "from \(range.lowerBound.written) to \(range.upperBound.written)"
    return .scalar(
      "a time \(bounds), written as 150ms, 5s, 2m, 12h or 7d",
      read: { text in
        let time = Measure.time.quantity(text).map { Duration.milliseconds($0) }
        return time.flatMap { range.contains($0) ? $0 : nil }
      },
      show: \.written)
  }
}

extension Duration {
  /// As the file writes it: `1500ms`, `5s`.
  var written: String {
    let (seconds, attoseconds) = components
    return Measure.time.text(seconds * 1000 + attoseconds / 1_000_000_000_000_000)
  }
}

extension Form<Int64> {
  /// In bytes.
  static func size(from least: Int64) -> Form {
    .scalar(
      "a size of at least \(Measure.size.text(least)), written as 512KiB, 64MiB or 4GiB",
      read: { text in Measure.size.quantity(text).flatMap { $0 >= least ? $0 : nil } },
      show: Measure.size.text)
  }
}
