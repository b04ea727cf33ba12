import Patterns
import Scanning

/// Its keys stand among those of the scanner.
extension Extraction: Section {
  static var fields: [Field<Extraction>] {
    [
      Field("prefix", \.prefix, .verbatim),
      Field("suffix", \.suffix, .verbatim),
      Field("extract", \.steps, .list(of: .word)),
      Field("extract_pattern", \.extractPattern, .pattern),
      Field("pattern", \.pattern, .pattern),
      Field("min_length", \.minLength, .number(1...200)),
      Field("max_length", \.maxLength, .number(1...200)),
    ]
  }

  func check(_ reader: NodeReader) {
    if let extractPattern, !extractPattern.groups.contains("serial") {
      reader.report(
        key: "extract_pattern", "found no group named serial, expected (?<serial>…) around the serial number")
    }
    if let minLength, let maxLength, minLength > maxLength {
      reader.report(key: "min_length", "found \(minLength), expected at most max_length, which is \(maxLength)")
    }
    if Set(steps).count < steps.count {
      reader.report(key: "extract", "found a step twice, expected each once")
    }
  }
}

extension Form<Pattern> {
  static var pattern: Form {
    Form(
      read: { reader in
        let expected = "a regular expression"
        guard let source = reader.text(expected) else { return nil }
        guard !source.isEmpty else { return reader.refuse(expected) }
        do throws(PatternError) {
          return try Pattern.compile(source)
        } catch {
          reader.report(error.description)
          return nil
        }
      },
      show: { .scalar($0.source) })
  }
}
