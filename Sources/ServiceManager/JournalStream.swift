internal import Glibc

/// Whether what this process writes goes into the journal of systemd.
package enum JournalStream {
  /// Standard output and standard error are of interest to nobody else.
  ///
  /// - Parameter descriptor: standard error.
  package static func carries(_ descriptor: Int32 = STDERR_FILENO, environment: [String: String]) -> Bool {
    guard let named = environment["JOURNAL_STREAM"] else { return false }
    var status = stat()
    // A descriptor that was sent elsewhere since is another file, though the variable is still there.
    return fstat(descriptor, &status) == 0 && named == "\(status.st_dev):\(status.st_ino)"
  }
}
