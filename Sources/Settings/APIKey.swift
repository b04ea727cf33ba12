/// The key that TofuPilot knows this station by. It is never printed, and never part of the configuration.
package struct APIKey: Sendable {
  package enum Source: Hashable, Sendable {
    case file(String)
    case credential(path: String)
    case environment
  }

  package static let credential = "tofupilot-api-key"
  package static let variable = "TOFUPILOT_API_KEY"

  /// For the `Authorization` header, and for nothing else.
  package let secret: String
  package let source: Source

  /// From the file that the configuration names, else the systemd credential, else the environment.
  package init(for settings: APISettings, environment: [String: String]) throws(APIKeyError) {
    if let path = settings.keyFile {
      let file = try Self.file(at: path)
      guard file.permissions & 0o077 == 0 else { throw .openToOthers(path: path, permissions: file.permissions) }
      try self.init(file.text, from: .file(path))
    } else if let folder = environment["CREDENTIALS_DIRECTORY"],
      let (text, path) = try Self.credential(in: folder)
    {
      try self.init(text, from: .credential(path: path))
    } else if let text = environment[Self.variable], !text.isEmpty {
      try self.init(text, from: .environment)
    } else {
      throw .missing
    }
  }

  /// The file that it would be read from, be it there or not.
  package static func files(for settings: APISettings, environment: [String: String]) -> [String] {
    [settings.keyFile ?? environment["CREDENTIALS_DIRECTORY"].map { "\($0)/\(credential)" }].compactMap(\.self)
  }

  private init(_ text: String, from source: Source) throws(APIKeyError) {
    // A line's end that came along would break the header.
    let key = text.trimmed
    guard !key.isEmpty else { throw .empty(source) }
    guard key.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) else { throw .malformed(source) }
    secret = key
    self.source = source
  }

  private static func file(at path: String) throws(APIKeyError) -> TextFile {
    do throws(TextFileError) {
      return try TextFile(at: path)
    } catch {
      throw .unreadable(error)
    }
  }

  private static func credential(in folder: String) throws(APIKeyError) -> (text: String, path: String)? {
    let path = "\(folder)/\(credential)"
    do throws(TextFileError) {
      return (try TextFile(at: path).text, path)
    } catch  where error.isMissing {
      return nil
    } catch {
      throw .unreadable(error)
    }
  }
}

extension APIKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "<redacted>" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension APIKey.Source: CustomStringConvertible {
  package var description: String {
    switch self {
    case .file(let path): path
    case .credential(let path): "systemd credential \(path)"
    case .environment: "environment variable \(APIKey.variable)"
    }
  }
}
