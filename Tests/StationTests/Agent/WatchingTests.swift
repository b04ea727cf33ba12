import Gating
import Glibc
import Testing

@testable import Station

@Suite("A watcher", .timeLimit(.minutes(1)))
struct WatchingTests {
  private let served: ServedBoard

  init() throws {
    served = try ServedBoard()
  }

  private static let latest = "2026-11-23T14:03:07Z"

  private func tell(_ record: VerdictRecord) {
    served.board.tell(.verdict(record))
    served.board.tell(.view(lane: record.lane, .verdict(record)))
  }

  @Test("sees the very screen that the station shows, whether it came before or after what is on it")
  func screen() throws {
    let early = try served.watcher("big")
    try early.read(to: Self.frameEnd)
    var scene = ScreenScene()
    scene.now = SystemClock.utc
    for event in try Self.events() {
      served.board.tell(event)
      scene.tell(event)
    }
    let late = try served.watcher("big")
    let rows = scene.canvas().text().split(separator: "\n").dropFirst()
    for watcher in [early, late] {
      var frame = ""
      // The header has the time in it, and a minute may end.
      repeat { frame = try watcher.read(to: Self.frameEnd) } while !frame.contains("S N - 2 0 2 4 - 0 0 1 2 3 3")
      frame.replace(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "")
      for row in rows { #expect(frame.contains(row), "\(row)") }
    }
  }

  private static let frameEnd = "\u{1B}[?2026l"

  private static func events() throws -> [StationEvent] {
    let records = [try VerdictRecord.pass("SN-2024-001232", at: latest), try .fail("SN-2024-001233", at: latest)]
    return [
      .station(
        StationChange(at: ScreenScene.time(latest), station: "final gate", state: .ready, api: .up(standIn: false)))
    ] + records.flatMap { [.verdict($0), .view(lane: $0.lane, .verdict($0))] }
  }

  @Test("has its own size, and a new one is drawn at once; an absurd one is cut to a size that costs nothing")
  func size() throws {
    let watcher = try served.watcher("big")
    #expect(!(try watcher.read(to: Self.frameEnd).contains("\u{1B}[25;1H")))
    watcher.say(#"{"draw":{"columns":120,"rows":40}}"# + "\n")
    #expect(try watcher.read(to: Self.frameEnd).contains("\u{1B}[40;1H"))
    watcher.say(#"{"draw":{"columns":1000000000,"rows":-1}}"# + "\n")
    // A frame of the size before may still be on its way.
    while try watcher.read(to: Self.frameEnd).contains("\u{1B}[2;1H") {}
  }

  @Test("of one lane sees no other, on the screen and in lines", arguments: ["big", "line", "json"])
  func lane(format: String) throws {
    let watcher = try served.watcher(format, lane: "2")
    tell(try .fail("SN-OTHER", at: Self.latest, on: "1"))
    tell(try .fail("SN-MINE", at: Self.latest, on: "2"))
    let mine = format == "big" ? "S N - M I N E" : "SN-MINE"
    var shown = try watcher.read(to: mine)
    if format == "big" { shown += try served.watcher(format, lane: "2").read(to: mine) }
    #expect(!shown.contains("SN-OTHER") && !shown.contains("S N - O T H E R"))
  }

  @Test("of a lane that was there before is shown that it is away; of one that never was, which there are")
  func away() throws {
    served.board.tell(.view(lane: "10", .ready))
    // Before all is looked at, any lane may be still to come.
    _ = try served.watcher("line", lane: "3")
    served.board.tell(.station(StationChange(at: SystemClock.utc, station: "final gate", state: .ready)))
    let stranger = try served.client(saying: #"{"watch":{"format":"line","lane":"3"}}"#)
    try stranger.read(to: #"{"refused":"there is no lane 3; --lane takes one of: 10"}"#)
    try stranger.readToEnd()
    let known = try served.client(saying: #"{"watch":{"format":"line","lane":"3","isResumed":true}}"#)
    try known.read(to: #"{"station":"final gate"}"#)
    served.board.tell(.view(lane: "10", .stopping))
    _ = try served.watcher("line", lane: "3")
  }

  @Test("who comes later is told what holds, and no verdict that others have counted", arguments: ["line", "json"])
  func present(format: String) throws {
    let now = ScreenScene.time(Self.latest)
    for (lane, state) in [("1", ScannerChange.State.detached), ("1", .attached), ("2", .attached)] {
      served.board.tell(.scanner(ScannerChange(at: now, lane: lane, state: state, scanner: "scanner \(lane)")))
    }
    tell(try .pass("SN-1", at: Self.latest))
    served.board.tell(.indicator(IndicatorChange(at: now, lane: nil, state: .attached, indicator: "lcus")))
    served.board.tell(.station(StationChange(at: now, station: "final gate", state: .ready)))
    let told = try served.watcher(format).read(to: format == "json" ? "\"ready\"" : "ready")
    #expect(told.ranges(of: "scanner 1").count == 1 && !told.contains("detached"))
    #expect(told.contains("scanner 2") && told.contains("lcus") && !told.contains("SN-1"))
  }

  @Test("hears twice a second that the agent is well")
  func beat() throws {
    let watcher = try served.watcher("json")
    for _ in 1...2 { #expect(try watcher.read(to: "\0") == "\0") }
  }

  @Test("that never reads delays nobody and costs no memory, and is told later what it has missed")
  func stuck() throws {
    let stuck = try served.watcher("line")
    let other = try served.watcher("line")
    let record = try VerdictRecord.pass("SN-1", at: Self.latest)
    let clock = ContinuousClock()
    let count = 20_000
    var longest = Duration.zero
    for number in 1...count {
      longest = max(longest, clock.measure { served.board.tell(.verdict(record)) })
      // The one that reads is given the time to.
      if number.isMultiple(of: 500) {
        for _ in 1...500 { try other.read(to: "PASS IT ON\n") }
      }
    }
    #expect(longest < .milliseconds(250))
    let missed = try stuck.read(to: " lines lost: nobody read them in time\n")
    let read = missed.ranges(of: "PASS IT ON\n").count
    let lost = try #require(missed.split(separator: "\n").last?.prefix { $0 != " " })
    #expect(Int(lost) == count - read)
    #expect(missed.utf8.count < 3 << 20)
  }

  @Test("that reads its screen too late gets the newest then, and no frame before it but the one under way")
  func lateScreen() throws {
    let watcher = try served.watcher("big")
    // Until the kernel takes no more of them.
    for number in 1...300 {
      tell(try .fail("SN-\(number)", at: Self.latest))
      served.board.settle()
    }
    tell(try .fail("SN-LAST", at: Self.latest))
    try watcher.read(to: "S N - L A S T")
    try watcher.read(to: Self.frameEnd)
  }

  @Test("is the seventeenth: it is told so, and let in when another has gone")
  func tooMany() throws {
    var watchers = try (1...16).map { _ in try served.watcher("json") }
    let late = try served.client(saying: #"{"watch":{"format":"json"}}"#)
    try late.read(to: #"{"refused":"16 others are served already"}"#)
    try late.readToEnd()
    watchers.removeLast()
    // The agent notices at its own time that one has gone.
    while true {
      let next = try served.client(saying: #"{"watch":{"format":"json"}}"#)
      if try next.read(to: "}").contains("station") { break }
    }
  }

  @Test(
    "that asks for nonsense, for too much, or for nothing, is let go of",
    arguments: [
      "{}", "watch", #"{"watch":{"format":"loud"}}"#, #"{"draw":{"columns":1,"rows":1}}"#, #"["watch"]"#,
      String(repeating: "x", count: 5000), #"{"watch":{"format":"json"}}"# + "\n" + #"{"watch":{"format":"json"}}"#,
    ])
  func nonsense(request: String) throws {
    try served.client(saying: request).readToEnd()
  }

  @Test("that asks for nothing keeps nobody out for long")
  func silent() throws {
    try SocketClient(to: served.path).readToEnd()
  }

  @Test("is told the last of it when the agent ends, and that it has ended")
  func end() throws {
    let watcher = try served.watcher("json")
    served.board.tell(
      .station(StationChange(at: ScreenScene.time(Self.latest), station: "final gate", state: .stopping)))
    served.stop()
    try watcher.read(to: "\"stopping\"")
    try watcher.readToEnd()
  }

  @Test("is let borrow nothing of a station that is not open yet")
  func borrowEarly() throws {
    let borrower = try served.client(saying: #"{"borrow":{"what":"scanners","by":"scangate identify"}}"#)
    try borrower.read(to: #"{"refused":"it is starting or stopping: try again"}"#)
  }
}
