import Glibc

/// The environment the program was started with.
enum ProcessEnvironment {
  static var variables: [String: String] {
    var variables: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee.map({ String(cString: $0) }) {
      entry += 1
      guard let mark = text.firstIndex(of: "=") else { continue }
      variables[String(text[..<mark])] = String(text[text.index(after: mark)...])
    }
    return variables
  }
}
