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
  /// A file from its top to its bottom, then the environment.
  package static func < (left: Place, right: Place) -> Bool {
    left.rank < right.rank
  }

  private var rank: (Int, Int) {
    switch self {
    case .file, .defaults: (0, 0)
    case .line(_, let line, let column): (line, column)
    case .environment: (.max, 0)
    }
  }
}
