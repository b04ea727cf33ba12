/// Where a value of the configuration stands.
package enum Place: Hashable, Sendable {
  /// In a file; line and column count from 1, the column in Unicode scalars.
  case line(path: String, line: Int, column: Int)
  /// A file as a whole.
  case file(String)
  /// An environment variable.
  case environment(String)
  /// Nowhere: there is no file.
  case defaults
}

extension Place: CustomStringConvertible {
  package var description: String {
    switch self {
    case .line(let path, let line, let column): "\(path):\(line):\(column)"
    case .file(let path): path
    case .environment(let variable): "environment variable \(variable)"
    case .defaults: "no file"
    }
  }
}

extension Place: Comparable {
  /// One file after the other, each from its top to its bottom, then the environment.
  package static func < (left: Place, right: Place) -> Bool {
    left.rank < right.rank
  }

  private var rank: (Int, String, Int, Int) {
    switch self {
    case .defaults: (0, "", 0, 0)
    case .file(let path): (0, path, 0, 0)
    case .line(let path, let line, let column): (0, path, line, column)
    case .environment: (1, "", 0, 0)
    }
  }
}
