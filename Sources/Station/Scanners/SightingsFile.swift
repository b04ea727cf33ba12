import Dispatch
import Glibc
import Settings

/// The file that the sightings outlive a restart in.
///
/// It is only ever whole: written beside its place, on a queue of its own, and renamed into it. What it cannot tell is
/// forgotten, and it may be deleted at any time.
package final class SightingsFile: Sendable {
  /// As it was found; empty where there was none.
  let found: [Sighting]
  /// Why what it held is forgotten.
  package let complaint: SightingsFileError?
  private let path: String
  private let queue = DispatchQueue(label: "scangate.sightings")

  /// - Returns: nil where nothing can be kept.
  package init?(environment: [String: String]) {
    let folder = environment.stateDirectory ?? "/var/lib/scangate"
    guard access(folder, W_OK) == 0 else { return nil }
    path = folder + "/scanners"
    do throws(SightingsFileError) {
      found = try Self.read(path)
      complaint = nil
    } catch {
      found = []
      complaint = error
    }
  }

  /// Has it hold these from now on; returns at once. A disk that takes nothing costs the memory of them, no more.
  func write(_ sightings: [Sighting]) {
    let text = sightings.reduce(into: Self.head) { $0 += $1.line + "\n" }
    queue.async { [path] in
      let draft = path + ".new"
      if Self.write(text, to: draft) { rename(draft, path) }
    }
  }

  /// Waits until all is written that was handed over before.
  func flush() {
    queue.sync {}
  }

  private static let head = """
    # The scanner that each lane of scangate had last. Written by scangate; deleted, it is forgotten.

    """

  private static func read(_ path: String) throws(SightingsFileError) -> [Sighting] {
    let text: String
    do throws(TextFileError) {
      text = try TextFile(at: path).text
    } catch {
      if error.isMissing { return [] }
      throw SightingsFileError(path: path, reason: "\(error)")
    }
    var sightings: [Sighting] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      guard let sighting = Sighting(line: line) else {
        throw SightingsFileError(path: path, reason: "line \(index + 1) is no sighting of a scanner")
      }
      sightings.append(sighting)
    }
    return sightings
  }

  /// - Returns: whether all of it is on the disk.
  private static func write(_ text: String, to path: String) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { return false }
    defer { close(file) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard written >= 0 || errno == EINTR else { return false }
      rest = rest.dropFirst(max(0, written))
    }
    return fsync(file) == 0
  }
}

/// Why nothing is known of where scanners were before.
package struct SightingsFileError: Error, CustomStringConvertible {
  let path: String
  let reason: String

  package var description: String {
    "\(path): \(reason): where scanners were before is forgotten, and it is written anew"
  }
}
