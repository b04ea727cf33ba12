import Gating

/// A JSON value (RFC 8259) whose reader answers for what it accepts: names doubled in an object are an error, because
/// of two outcomes neither may count. (Foundation's decoder silently takes the first.)
enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number as it was written.
  case number(String)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  /// The value that `bytes` spell.
  init(parsing bytes: [UInt8]) throws(JSONError) {
    var parser = JSONParser(bytes)
    self = try parser.document()
  }

  /// The member of that name; nil if it is absent or null, or if this is no object.
  subscript(name: String) -> JSON? {
    guard case .object(let members) = self, let member = members[name], member != .null else { return nil }
    return member
  }

  /// Whether the member of that name is there and null.
  func isNull(_ name: String) -> Bool {
    object?[name] == .null
  }

  var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  var array: [JSON]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  var object: [String: JSON]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  var integer: Int? {
    guard case .number(let text) = self else { return nil }
    return Int(text)
  }

  /// A moment written in ISO 8601.
  var time: UTCTime? {
    string.flatMap { UTCTime(iso8601: $0) }
  }

  /// What kind of value this is, in words for a message.
  var kind: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// Why bytes are no JSON text; `offset` counts bytes from 0.
enum JSONError: Error, Hashable, CustomStringConvertible {
  case unexpected(offset: Int)
  case endsEarly
  case notUTF8(offset: Int)
  case doubledName(String, offset: Int)
  case tooDeep(offset: Int)

  var description: String {
    switch self {
    case .unexpected(let offset): "not JSON at byte \(offset)"
    case .endsEarly: "the JSON ends early"
    case .notUTF8(let offset): "not UTF-8 at byte \(offset)"
    case .doubledName(let name, let offset): "\"\(name)\" twice in one object, at byte \(offset)"
    case .tooDeep(let offset): "nested too deeply at byte \(offset)"
    }
  }
}
