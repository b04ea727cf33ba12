import Dispatch
import Glibc
import Synchronization

/// Standard output as the station writes it: at once and in order, and never waiting for a reader that does not read.
package final class Console: LineSink {
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
  private let lossNotice: @Sendable (Int) -> String
  private let onClose: @Sendable () -> Void
  private let state = Mutex(State())
  private let pump = DispatchQueue(label: "scangate.console")

  /// - Parameters:
  ///   - lossNotice: the line that says how many lines are missing, in the form of the others.
  ///   - onClose: called once, when nobody can read any more (`EPIPE`, `EIO`).
  package init(
    descriptor: Int32 = STDOUT_FILENO, lossNotice: @escaping @Sendable (Int) -> String = LossNotice.text,
    onClose: @escaping @Sendable () -> Void = {}
  ) {
    self.descriptor = descriptor
    self.lossNotice = lossNotice
    self.onClose = onClose
  }

  /// Writes one line, or hands it to the pump where the reader is behind.
  package func write(line: String) {
    state.withLock { state in
      if state.isClosed { return }
      var rest = Array((line + "\n").utf8)[...]
      if state.backlog.isEmpty, rest.count <= Self.atOnce { put(&rest, &state) }
      guard !rest.isEmpty, !state.isClosed else { return }
      guard state.backlog.count + rest.count <= Self.backlogLimit else { return state.linesLost += 1 }
      if state.backlog.isEmpty { pump.async { self.drain() } }
      state.backlog += rest
    }
  }

  /// Has the token arrive by the pump, unless that waits for a reader that is behind.
  package func pass(_ token: WatchdogToken) {
    state.withLock { state in
      if state.backlog.isEmpty { pump.async { token.arrive() } } else { token.arrive() }
    }
  }

  /// Waits until all is written that was handed over before, however late its reader is, or until it is cancelled.
  package func flush() async {
    let (written, tell) = AsyncStream.makeStream(of: Void.self)
    pump.async { tell.finish() }
    for await _ in written {}
  }

  /// Waits until all is written that was handed over before, or until it is clear that nobody reads.
  package func flush(within limit: Duration) {
    let done = DispatchSemaphore(value: 0)
    pump.async { done.signal() }
    _ = done.wait(timeout: .now() + .milliseconds(Int(limit / .milliseconds(1))))
  }

  package var isClosed: Bool { state.withLock(\.isClosed) }

  /// Writes what can be written without waiting.
  private func put(_ bytes: inout ArraySlice<UInt8>, _ state: inout State) {
    while !bytes.isEmpty, isWritable(within: 0) {
      guard let written = Self.write(bytes, to: descriptor) else { return close(&state) }
      bytes.removeFirst(written)
      if written == 0 { return }
    }
  }

  private func drain() {
    while true {
      var bytes = next()[...]
      if bytes.isEmpty { return }
      while !bytes.isEmpty, isWritable(within: -1) {
        guard let written = Self.write(bytes.prefix(Self.atOnce), to: descriptor) else {
          return state.withLock { close(&$0) }
        }
        bytes.removeFirst(written)
        state.withLock { $0.backlog.removeFirst(written) }
      }
    }
  }

  private func next() -> [UInt8] {
    state.withLock { state in
      if state.linesLost > 0, !state.isClosed {
        state.backlog += Array((lossNotice(state.linesLost) + "\n").utf8)
        state.linesLost = 0
      }
      return Array(state.backlog.prefix(64 << 10))
    }
  }

  private func close(_ state: inout State) {
    state.isClosed = true
    state.backlog = []
    onClose()
  }

  /// - Parameter limit: in milliseconds; below 0: until it is.
  private func isWritable(within limit: Int32) -> Bool {
    var poller = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return poll(&poller, 1, limit) == 1
  }

  /// - Returns: how much was written, which a reader that is behind can make 0; nil: nobody reads any more.
  private static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int? {
    let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if written >= 0 { return written }
    return errno == EINTR || errno == EAGAIN ? 0 : nil
  }
}
