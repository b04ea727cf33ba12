import Glibc
import Synchronization

/// What is on its way to somebody at the agent's socket: taken from any thread at once, sent by the server's as it is read.
///
/// Of lines it keeps so many; of frames, one: whoever is behind is drawn the newest when the last has gone.
final class Outbox: LineSink {
  enum Progress {
    case sent
    /// All is sent, and the frame that came too early is to be drawn anew.
    case sentLate
    case behind
    /// Nobody reads any more.
    case gone
  }

  private struct State {
    var bytes: [UInt8] = []
    var linesLost = 0
    var hasMissedFrame = false
  }

  private static let limit = 1 << 20

  private let state = Mutex(State())
  private let lossNotice: @Sendable (Int) -> String
  private let ring: @Sendable () -> Void

  /// - Parameter ring: tells the server's thread that there is something to send.
  init(lossNotice: @escaping @Sendable (Int) -> String, ring: @escaping @Sendable () -> Void) {
    self.lossNotice = lossNotice
    self.ring = ring
  }

  var isEmpty: Bool { state.withLock(\.bytes.isEmpty) }

  func write(line: String) {
    write(bytes: Array((line + "\n").utf8))
  }

  /// Whoever watches from elsewhere is no reason to keep it.
  func pass(_ token: WatchdogToken) {
    token.arrive()
  }

  func write(bytes: [UInt8]) {
    state.withLock { state in
      guard state.bytes.count + bytes.count <= Self.limit else { return state.linesLost += 1 }
      state.bytes += bytes
    }
    ring()
  }

  /// - Returns: false where something is still on its way: it is for another frame to follow.
  func write(frame: String) -> Bool {
    let isTaken = state.withLock { state in
      state.hasMissedFrame = !state.bytes.isEmpty
      if !state.hasMissedFrame { state.bytes = Array(frame.utf8) }
      return !state.hasMissedFrame
    }
    if isTaken { ring() }
    return isTaken
  }

  /// Sends what is taken without waiting.
  func send(to number: CInt) -> Progress {
    state.withLock { state in
      while !state.bytes.isEmpty {
        let count = Glibc.send(number, state.bytes, state.bytes.count, CInt(MSG_NOSIGNAL))
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { return errno == EAGAIN ? .behind : .gone }
        state.bytes.removeFirst(count)
        if state.bytes.isEmpty, state.linesLost > 0 {
          state.bytes = Array((lossNotice(state.linesLost) + "\n").utf8)
          state.linesLost = 0
        }
      }
      defer { state.hasMissedFrame = false }
      return state.hasMissedFrame ? .sentLate : .sent
    }
  }
}
