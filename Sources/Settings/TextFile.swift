import Glibc

/// A text file read whole: the configuration, a key, a block list.
package struct TextFile: Sendable {
  /// Far above any real file: what is longer is a device or a mistaken path.
  static let limit = 1 << 20

  /// Without the byte order mark that some editors put before it.
  package let text: String
  /// The permission bits of its mode.
  let permissions: mode_t

  package init(at path: String) throws(TextFileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(operation: "open", path: path, code: errno) }
    defer { close(descriptor) }

    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(operation: "examine", path: path, code: errno) }
    permissions = status.st_mode & 0o777

    var bytes = try Self.bytes(of: descriptor, path: path)[...]
    if bytes.starts(with: "\u{FEFF}".utf8) { bytes = bytes.dropFirst("\u{FEFF}".utf8.count) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(path: path) }
    self.text = text
  }

  private static func bytes(of descriptor: CInt, path: String) throws(TextFileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(operation: "read", path: path, code: errno) }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
      guard bytes.count <= limit else { throw .tooLong(path: path) }
    }
  }
}

/// Why a text file could not be read.
package enum TextFileError: Error, Hashable {
  case system(operation: String, path: String, code: CInt)
  case tooLong(path: String)
  case notUTF8(path: String)

  /// There is no such file.
  package var isMissing: Bool {
    if case .system(_, _, ENOENT) = self { true } else { false }
  }

  /// We have no right to read it.
  package var isForbidden: Bool {
    if case .system(_, _, EACCES) = self { true } else { false }
  }
}

extension TextFileError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .system(let operation, let path, let code): "cannot \(operation) \(path): \(String(cString: strerror(code)))"
    case .tooLong(let path): "\(path) is over 1 MiB: is it the right file?"
    case .notUTF8(let path): "\(path) is not UTF-8 text: save it as UTF-8"
    }
  }
}
