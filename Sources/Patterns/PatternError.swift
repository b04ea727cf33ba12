import Scanning

/// A regular expression that PCRE2 does not compile.
package struct PatternError: Error, Hashable, Sendable {
  /// The expression as written.
  package let source: String
  /// Where it went wrong, in bytes from the beginning.
  package let offset: Int
  /// PCRE2's own words.
  package let reason: String
}

extension PatternError: CustomStringConvertible {
  package var description: String {
    let read = String(decoding: source.utf8.prefix(offset), as: UTF8.self)
    return "The pattern \(source.quoted) is wrong at byte \(offset), after \(read.quoted): \(reason). Correct it there."
  }
}
