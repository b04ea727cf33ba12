/// Why there is no key to ask TofuPilot with.
package enum APIKeyError: Error, Hashable {
  case missing
  case unreadable(TextFileError)
  /// Others than its owner may read the file or write it.
  case openToOthers(path: String, permissions: UInt32)
  case empty(APIKey.Source)
  /// A character that no key has.
  case malformed(APIKey.Source)
}

extension APIKeyError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing:
      """
      no API key: put it into a file of mode 0600 and name that as api.key_file, or into the systemd credential \
      \(APIKey.credential), or into the environment variable \(APIKey.variable)
      """
    case .unreadable(let error): "API key: \(error)"
    case .openToOthers(let path, let permissions):
      "API key: \(path) has mode 0\(String(permissions, radix: 8)), others can read it: chmod 600 \(path)"
    case .empty(let source): "API key: \(source) is empty: put the key into it"
    case .malformed(let source):
      "API key: \(source) holds more than a key, or characters that no key has: put the key alone into it"
    }
  }
}
