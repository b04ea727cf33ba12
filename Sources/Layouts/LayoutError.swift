import Scanning

/// Why a layout cannot be had.
package enum LayoutError: Error, Hashable, Sendable, CustomStringConvertible {
  /// This file of xkb's keyboard data cannot be read.
  case noData(String, reason: String)
  /// No layout has this name; the names that come nearest, nearest first.
  case unknown(String, nearest: [String])
  /// libxkbcommon did not compile the layout, and said this.
  case notCompiled(String, reason: String)

  package var description: String {
    switch self {
    case .noData(let path, let reason):
      "cannot read \(path) (\(reason)): install the package xkb-data"
    case .unknown(let name, let nearest):
      """
      no keyboard layout is called \(name.quoted); nearest: \(nearest.joined(separator: ", ")); \
      usual: \(Layouts.names.joined(separator: ", "))
      """
    case .notCompiled(let layout, let reason):
      "the keyboard layout \(layout) does not compile (\(reason)): reinstall the package xkb-data"
    }
  }
}
