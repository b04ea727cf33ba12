import Dispatch
import Glibc
import Synchronization

/// The watch on files that a person saves: tells when one of them was written, replaced, removed or opened to others.
///
/// Their folders are watched, by `inotify`: editors put a new file in the old one's place. At rest it does not wake.
package final class FileWatch: Sendable {
  private struct State {
    /// What each file was when it was last told of, and when it was last looked at.
    var told: [String: FileState] = [:]
    var seen: [String: FileState] = [:]
    var isLookDue = false
    /// Tells that a folder has changed.
    var source: (any DispatchSourceRead)?
  }

  /// So long a file is left alone before it is told: an editor's single steps make one change, and what is written by
  /// halves is none.
  private static let pause = DispatchTimeInterval.milliseconds(100)
  private static let events = [
    IN_CLOSE_WRITE, IN_MOVED_TO, IN_MOVED_FROM, IN_CREATE, IN_DELETE, IN_ATTRIB, IN_DELETE_SELF, IN_MOVE_SELF,
  ].reduce(0) { $0 | UInt32($1) }

  private let descriptor: CInt
  private let queue = DispatchQueue(label: "scangate.files")
  private let state = Mutex(State())
  private let changed: @Sendable () -> Void

  /// - Parameter changed: is told on a queue of the watch's.
  package init(changed: @escaping @Sendable () -> Void) throws(TextFileError) {
    descriptor = inotify_init1(CInt(IN_NONBLOCK | IN_CLOEXEC))
    self.changed = changed
    guard descriptor >= 0 else {
      throw .system(operation: "watch", path: "the files of the configuration", code: errno)
    }
    state.withLock { [queue, descriptor] state in
      let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
      source.setEventHandler { [weak self] in self?.hear() }
      source.setCancelHandler { close(descriptor) }
      source.resume()
      state.source = source
    }
  }

  deinit {
    state.withLock { $0.source?.cancel() }
  }

  /// Watches these files, and others no more: for changes from now on, or since its last look.
  ///
  /// - Returns: whether there are some among them that were not watched before.
  @discardableResult
  package func follow(_ files: Set<String>) -> Bool {
    state.withLock { state in
      let known = state.told
      state.told = Dictionary(uniqueKeysWithValues: files.map { ($0, known[$0] ?? FileState(of: $0)) })
      watchFolders(of: files)
      return files.contains { known[$0] == nil }
    }
  }

  private func hear() {
    var events = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &events, events.count) > 0 {}
    state.withLock { lookSoon(&$0) }
  }

  private func lookSoon(_ state: inout State) {
    if state.isLookDue { return }
    state.isLookDue = true
    queue.asyncAfter(deadline: .now() + Self.pause) { [weak self] in self?.look() }
  }

  private func look() {
    let isChanged = state.withLock { state in
      state.isLookDue = false
      let files = Set(state.told.keys)
      // A folder that was made anew is another one.
      watchFolders(of: files)
      let seen = Dictionary(uniqueKeysWithValues: files.map { ($0, FileState(of: $0)) })
      if seen != state.told, seen != state.seen {
        state.seen = seen
        lookSoon(&state)
        return false
      }
      defer { state.told = seen }
      return seen != state.told
    }
    if isChanged { changed() }
  }

  private func watchFolders(of files: Set<String>) {
    for folder in Set(files.flatMap(FileState.folders)) {
      // Where the kernel has no more watches to give, `systemctl reload` still does it.
      inotify_add_watch(descriptor, folder, Self.events)
    }
  }
}

/// What the kernel tells of a file: another text, owner or mode is another state.
private struct FileState: Hashable {
  private var facts: [Int] = []

  /// Of a file that is not there: no facts.
  init(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    facts = [
      Int(status.st_dev), Int(status.st_ino), Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
      status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
    ]
  }

  /// Where it is seen that the file changes: its folder, and that of the file that a link leads to; where there is none
  /// yet, the nearest above. A device has none: `/dev/null` is closed all the time.
  static func folders(of path: String) -> [String] {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG { return [] }
    let target = realpath(path, nil).map { target in
      defer { free(target) }
      return String(cString: target)
    }
    return [path, target].compactMap(\.self).map { path in
      var folder = path.parentFolder
      while !folder.isEmpty, access(folder, F_OK) != 0 { folder = folder.parentFolder }
      return folder.isEmpty ? "/" : folder
    }
  }
}
