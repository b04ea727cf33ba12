/// The key that opens TofuPilot's API to a station or a user; nothing prints it.
package struct APIKey: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// The value of the `Authorization` header.
  let authorization: String

  /// A key as it was issued, or with the word `Bearer` already before it; white space around it is dropped.
  package init(_ text: String) throws(ConnectionError) {
    let visible = UInt8(ascii: "!")...UInt8(ascii: "~")
    guard let first = text.utf8.firstIndex(where: visible.contains),
      let last = text.utf8.lastIndex(where: visible.contains)
    else { throw .key("is empty") }
    let key = text[first...last]
    guard key.utf8.allSatisfy({ visible.contains($0) || $0 == UInt8(ascii: " ") }) else {
      throw .key("holds characters that no header can carry")
    }
    authorization = key.lowercased().hasPrefix("bearer ") ? String(key) : "Bearer \(key)"
  }

  package var description: String { "(redacted)" }

  package var customMirror: Mirror { Mirror(self, children: []) }
}
