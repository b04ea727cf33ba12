import Devices
import Gating
import Glibc
import Scanning

/// The work of a watcher's thread.
///
/// ```
/// away     connects, and tries that again each half second          asked
/// asked    the agent says no: ends; it has gone: away               shown
/// shown    what it sends is shown; it has gone, or is silent: away
/// ```
/// STOPPED is shown from the moment it has gone, or has been silent too long, until it sends again.
struct WatchLoop: ~Copyable {
  /// Three beats: STOPPED is to be seen within two seconds.
  private static let silence = AgentServerLoop.beat * 3
  private static let pause = Duration.milliseconds(500)

  private static let next = "; lead: systemctl status scangate"
  private static let hasEnded = "scangate has ended" + next
  private static let hangs = "scangate does not answer" + next

  private enum State {
    case away
    case asked(AgentConnection)
    case shown(AgentConnection)
  }

  private let path: String
  private var request: WatchRequest
  private let window: any WatchWindow
  private let control: LoopControl
  private var state = State.away
  private var stop: WatchStop?
  private var station = ""
  /// What has come of the answer.
  private var answer: [UInt8] = []
  private var heard = EventTime.now()
  private var nextTry = EventTime.now()
  private var size: WatchRequest.Size?

  init(_ request: WatchRequest, at path: String, in window: any WatchWindow, _ control: LoopControl) {
    self.request = request
    self.path = path
    self.window = window
    self.control = control
  }

  /// Runs until it is stopped, or the agent will not have us.
  mutating func run() throws(AgentSocketError) {
    while !control.isStopped {
      if case .away = state, nextTry <= .now() { try connect() }
      wait()
      if control.isStopped { return }
      try read()
      attendSize()
      if let stop { window.show(stop) }
    }
  }

  private var connection: AgentConnection? {
    switch state {
    case .away: nil
    case .asked(let connection), .shown(let connection): connection
    }
  }

  private mutating func connect() throws(AgentSocketError) {
    nextTry = .now() + Self.pause
    size = window.size
    request.size = size
    do throws(AgentSocketError) {
      state = .asked(try AgentConnection(to: path, asking: .watch(request)))
      answer = []
    } catch {
      // A socket that is being made anew is not everybody's yet.
      guard error.isNobodyThere || error.isBehind || !station.isEmpty else { throw error }
      tellStopped(error.isBehind ? Self.hangs : "no agent is at \(path)" + Self.next)
    }
  }

  /// Waits until something is to be read or is due.
  private mutating func wait() {
    let now = EventTime.now()
    let deadline: EventTime
    switch state {
    case .away: deadline = nextTry
    // A screen that says since when is drawn with the clock.
    case .asked: deadline = stop == nil ? heard + Self.silence : now + Self.pause
    case .shown: deadline = heard + Self.silence
    }
    var polled = [
      pollfd(fd: control.number, events: Int16(POLLIN), revents: 0),
      pollfd(fd: connection?.number ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    _ = poll(&polled, nfds_t(polled.count), pollTimeout(until: deadline, from: now))
    if polled[0].revents != 0 { control.acknowledge() }
  }

  private mutating func read() throws(AgentSocketError) {
    guard let connection else { return }
    guard let bytes = connection.read() else {
      return lose(Self.hasEnded)
    }
    if bytes.isEmpty {
      guard heard + Self.silence <= .now() else { return }
      if case .shown = state { return lose(Self.hangs) }
      return tellStopped(Self.hangs)
    }
    switch state {
    case .away: break
    case .asked: try take(bytes, from: connection)
    case .shown: show(bytes, from: connection)
    }
  }

  private mutating func take(_ bytes: [UInt8], from connection: AgentConnection) throws(AgentSocketError) {
    answer += bytes
    guard let end = answer.firstIndex(of: 0x0A) else { return }
    switch AgentAnswer(line: answer[..<end]) {
    case .watching(let station):
      self.station = station
      request.isResumed = true
      state = .shown(connection)
      show(Array(answer[(end + 1)...]), from: connection)
    case .refused(let reason): throw .refused(reason)
    case .lent, nil: throw .silent(path: path)
    }
  }

  private mutating func show(_ bytes: [UInt8], from connection: AgentConnection) {
    heard = .now()
    // A NUL says only that the agent is well.
    let shown = bytes.filter { $0 != 0 }
    guard !shown.isEmpty else { return }
    stop = nil
    if !window.show(shown), let size { connection.ask(.draw(size)) }
  }

  private mutating func lose(_ cause: String) {
    state = .away
    nextTry = .now() + Self.pause
    tellStopped(cause)
  }

  private mutating func tellStopped(_ cause: String) {
    let since = stop?.since ?? SystemClock.utc
    stop = WatchStop(station: station, since: since, cause: stop?.cause ?? cause)
  }

  /// Has the screen drawn for another size.
  private mutating func attendSize() {
    let size = window.size
    guard let size, size != self.size, case .shown(let connection) = state else { return }
    self.size = size
    connection.ask(.draw(size))
  }
}
