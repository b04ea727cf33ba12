import CPCRE2
import Scanning

/// An expression compiled by PCRE2, matched under limits.
///
/// Subjects are UTF-8, while `\d`, `\w` and `\s` stay ASCII: a number in Arabic digits is no serial number.
///
/// `@unchecked Sendable`: the pointer is set once, by init, and `pcre2_match` only reads what it points to; what it
/// writes is made for each call (pcre2api(3), MULTITHREADING).
final class PCRE2Code: @unchecked Sendable {
  private let code: OpaquePointer
  /// The number of each named group.
  let groups: [String: Int]

  init(compiling source: String) throws(PatternError) {
    var number: CInt = 0
    var offset = 0
    let options =
      PCRE2_UTF | PCRE2_NEVER_UCP | PCRE2_NEVER_BACKSLASH_C
      // As in TofuPilot's engine, `$` is the end and not the line feed before it.
      | PCRE2_DOLLAR_ENDONLY
    let compiled = source.withCString(encodedAs: UTF8.self) {
      pcre2_compile_8($0, source.utf8.count, options, &number, &offset, nil)
    }
    guard let compiled else {
      throw PatternError(source: source, offset: offset, reason: Self.message(number))
    }
    code = compiled
    let named = Self.namedGroups(of: compiled)
    groups = Dictionary(named, uniquingKeysWith: { first, _ in first })
    // Else two of them could take different texts, and the number would be a guess.
    guard groups.count == named.count else {
      throw PatternError(source: source, offset: 0, reason: "two groups have one name")
    }
  }

  deinit {
    pcre2_code_free_8(code)
  }

  /// Matches `subject`; whatever PCRE2 could not decide counts as a limit reached.
  func match(_ subject: String, _ extent: Pattern.Extent) -> PatternMatch {
    let length = subject.utf8.count
    guard let result = pcre2_match_data_create_from_pattern_8(code, nil) else { return .limitReached }
    defer { pcre2_match_data_free_8(result) }
    guard let limits = Self.limits(extent, length) else { return .limitReached }
    defer { pcre2_match_context_free_8(limits) }
    let options = extent == .whole ? PCRE2_ANCHORED | PCRE2_ENDANCHORED : 0

    return subject.withCString(encodedAs: UTF8.self) { bytes in
      let count = pcre2_match_8(code, bytes, length, 0, options, result, limits)
      guard count != PCRE2_ERROR_NOMATCH else { return .none }
      guard count > 0, let bounds = pcre2_get_ovector_pointer_8(result) else { return .limitReached }
      // `\K` moves the beginning of a match, even of an anchored one.
      if extent == .whole, bounds[0] != 0 || bounds[1] != length { return .none }
      return .match(
        groups: groups.compactMapValues { group in
          let (start, end) = (bounds[2 * group], bounds[2 * group + 1])
          guard start >= 0, start <= end else { return nil }
          return String(decoding: UnsafeBufferPointer(start: bytes + start, count: end - start), as: UTF8.self)
        })
    }
  }

  /// The steps that one match may take: a label needs some hundred, 100 000 are two milliseconds.
  private static func limits(_ extent: Pattern.Extent, _ length: Int) -> OpaquePointer? {
    guard let limits = pcre2_match_context_create_8(nil) else { return nil }
    // PCRE2 counts anew for each place where a search begins.
    let share = extent == .whole ? 100_000 : min(100_000, 1_000_000 / (length + 1))
    pcre2_set_match_limit_8(limits, UInt32(share))
    pcre2_set_depth_limit_8(limits, 10_000)
    pcre2_set_heap_limit_8(limits, 4096)  // KiB
    return limits
  }

  /// Reads the table of names: for each two bytes of group number, and the name with its NUL.
  private static func namedGroups(of code: OpaquePointer) -> [(String, Int)] {
    var count: UInt32 = 0
    var size: UInt32 = 0
    var table: UnsafePointer<UInt8>?
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &size)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
    guard let table else { return [] }
    return (0..<Int(count)).map { index in
      let entry = table + index * Int(size)
      return (String(cString: entry + 2), Int(entry[0]) << 8 | Int(entry[1]))
    }
  }

  private static func message(_ number: CInt) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { buffer in
      guard pcre2_get_error_message_8(number, buffer.baseAddress, buffer.count) > 0 else { return "error \(number)" }
      return String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
