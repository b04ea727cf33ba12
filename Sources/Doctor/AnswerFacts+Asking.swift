import Gating
internal import Glibc
import Station
import TofuPilot

extension AnswerFacts {
  /// How many answers on a warm connection are timed.
  private static let samples = 5

  /// Asks whom the key stands for, then again for the time that takes.
  ///
  /// - Returns: with it, how far our clock is ahead of TofuPilot's; nil: that tells no time.
  static func asked(
    by settings: ConnectionSettings, roundTrip: Duration?
  ) async throws(ConnectionError) -> (facts: AnswerFacts, lead: Duration?) {
    let client = try APIClient(settings)
    defer { client.shutdown() }
    let sent = SystemClock.utc
    let (probe, date) = await client.introduce()
    let received = SystemClock.utc
    var facts = AnswerFacts(probe, roundTrip: roundTrip)
    guard case .ok = probe else { return (facts, nil) }
    await facts.time(client)
    return (facts, date.map { lead(of: sent...received, over: $0) })
  }

  /// The header tells whole seconds, and somewhere between question and answer it was written.
  private static func lead(of ours: ClosedRange<UTCTime>, over theirs: UTCTime) -> Duration {
    if ours.lowerBound > theirs { return max(.zero, ours.lowerBound - theirs - .seconds(1)) }
    return min(.zero, ours.upperBound - theirs)
  }

  private mutating func time(_ client: APIClient) async {
    var times: [Duration] = []
    let end = ContinuousClock.now + .seconds(2)
    let busy = Self.processorTime
    while times.count < Self.samples, .now < end {
      let start = ContinuousClock.now
      guard case .ok = await client.whoami() else { return }
      times.append(.now - start)
    }
    guard !times.isEmpty else { return }
    ownTime = (Self.processorTime - busy) / times.count
    time = times.sorted()[times.count / 2]
  }

  /// What all threads of this process have computed so far.
  private static var processorTime: Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
