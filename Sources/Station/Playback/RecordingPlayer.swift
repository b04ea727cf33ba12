import Gating
package import Scanning

/// Plays recordings into a lane at the pace they were scanned, each after the verdicts of the one before.
package struct RecordingPlayer: Output {
  private let recordings: [Recording]
  private let told: AsyncStream<VerdictRecord>
  private let tell: AsyncStream<VerdictRecord>.Continuation

  /// As long as an operator takes for the next unit, roughly; two scans any closer might be two labels of one.
  private static let pause = Duration.milliseconds(600)

  package init(_ recordings: [Recording]) {
    self.recordings = recordings
    (told, tell) = AsyncStream.makeStream(of: VerdictRecord.self)
  }

  package func tell(_ event: StationEvent) {
    switch event {
    case .verdict(let record): tell.yield(record)
    case .station(let change) where change.state == .stopping: tell.finish()
    case .scanner, .indicator, .station, .view: break
    }
  }

  /// - Parameter scanner: takes the events, at their time.
  /// - Returns: what came out other than the recordings say, in a sentence each.
  package func play(into scanner: AsyncStream<ScannerEvent>.Continuation) async throws -> [String] {
    defer { scanner.finish() }
    var verdicts = told.makeAsyncIterator()
    var differences: [String] = []
    for (index, recording) in recordings.enumerated() {
      if index > 0 { try await Task.sleep(for: Self.pause) }
      let events = recording.events
      try await play(events, into: scanner)
      var expectations = recording.timeline.expectations.map(\.verdict?.rawValue).makeIterator()
      for case .scan(let scan) in events {
        guard let record = await verdicts.next() else { return differences }
        let expected = expectations.next() ?? nil
        if let expected, expected != record.verdict.answer.text {
          differences.append("\(recording.name): \(scan.text.quoted) is \(record.verdict.answer.text), not \(expected)")
        }
      }
    }
    return differences
  }

  private func play(_ events: [ScannerEvent], into scanner: AsyncStream<ScannerEvent>.Continuation) async throws {
    guard let first = events.first?.time else { return }
    let start = SystemClock.monotonic
    for event in events {
      let due = start + (event.time - first)
      try await Task.sleep(for: due - SystemClock.monotonic)
      scanner.yield(event.moved(by: start - first))
    }
  }
}

extension ScannerEvent {
  fileprivate var time: EventTime {
    switch self {
    case .began(let time): time
    case .scan(let scan): scan.ended
    }
  }

  fileprivate func moved(by shift: Duration) -> ScannerEvent {
    switch self {
    case .began(let time): return .began(time + shift)
    case .scan(var scan):
      scan.began = scan.began + shift
      scan.ended = scan.ended + shift
      return .scan(scan)
    }
  }
}
