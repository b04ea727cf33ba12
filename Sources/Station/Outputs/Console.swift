import Dispatch
import Glibc
import Synchronization

/// Standard output as the station writes it: at once and in order, and never waiting for a reader that does not read.
package final class Console: Sendable {
  private struct State {
    /// What the reader has not taken yet; empty while it keeps up.
    var backlog: [UInt8] = []
    var linesLost = 0
    var isClosed = false
  }

  /// Enough for some ten thousand verdicts; a reader that is further behind loses lines, and is told how many.
  private static let backlogLimit = 8 << 20
  /// A pipe that polls as writable takes this much without blocking (`PIPE_BUF`).
  private static let atOnce = 4096

  private let descriptor: Int32
  private let onClose: @Sendable () -> Void
  private let state = Mutex(State())
  private let pump = DispatchQueue(label: "scangate.console")

  /// - Parameter onClose: called once, when nobody can read any more (`EPIPE`, `EIO`).
  package init(descriptor: Int32 = STDOUT_FILENO, onClose: @escaping @Sendable () -> Void = {}) {
    self.descriptor = descriptor
    self.onClose = onClose
    // A reader that goes is an error of `write`, not the end of the station.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Writes one line, or hands it to the pump where the reader is behind.
  package func write(line: String) {
    let bytes = Array((line + "\n").utf8)
    state.withLock { state in
      if state.isClosed { return }
      if state.backlog.isEmpty, bytes.count <= Self.atOnce, isWritable {
        return put(bytes, &state)
      }
      guard state.backlog.count + bytes.count <= Self.backlogLimit else { return state.linesLost += 1 }
      if state.backlog.isEmpty { pump.async { self.drain() } }
      state.backlog += bytes
    }
  }

  /// Waits until all is written that was handed over before.
  package func flush() {
    pump.sync {}
  }

  private var isWritable: Bool {
    var poller = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return poll(&poller, 1, 0) == 1
  }

  private func drain() {
    while let bytes = next() {
      let error = Self.writeAll(bytes, to: descriptor)
      state.withLock { state in
        state.backlog.removeFirst(bytes.count)
        if error != nil { close(&state) }
      }
    }
  }

  private func next() -> [UInt8]? {
    state.withLock { state in
      if state.isClosed || state.backlog.isEmpty { return nil }
      if state.linesLost > 0 {
        state.backlog += Array("scangate: \(state.linesLost) lines lost: nobody read them in time\n".utf8)
        state.linesLost = 0
      }
      return Array(state.backlog.prefix(64 << 10))
    }
  }

  private func put(_ bytes: [UInt8], _ state: inout State) {
    if Self.writeAll(bytes, to: descriptor) != nil { close(&state) }
  }

  private func close(_ state: inout State) {
    state.isClosed = true
    state.backlog = []
    onClose()
  }

  /// - Returns: the `errno` that ended it, or nil.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + start }, $0.count - start)
      }
      if written >= 0 {
        start += written
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
