import Glibc
import Scanning
import Settings

/// A check code as a terminal shows it: black on white whatever its colours are.
struct CheckCodeSheet {
  private let rows: [Substring]
  /// The sheet to print, with all check codes.
  let printable: String

  init(_ code: CheckCode, in directories: DataDirectories) throws(Problem) {
    do {
      rows = try TextFile(at: directories.find("check-code/\(code.name).txt")).text.split(separator: "\n")
      printable = try directories.find("check-code/check-code.svg")
    } catch {
      throw .configuration("\(error)")
    }
  }

  /// Shows it where standard error is a terminal.
  func show() {
    guard isatty(STDERR_FILENO) == 1 else { return }
    let text = rows.map { "\u{1B}[30;47m\($0)\u{1B}[0m\n" }.joined()
    let bytes = Array(text.utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}
