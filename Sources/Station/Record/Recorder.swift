package import Devices
import Dispatch
package import Gating
import Journal
package import Settings
import Synchronization

/// Has the journal keep what the station decides and what befalls it, on a thread of its own: nobody waits for the disk
/// but those who ask to be told.
///
/// A verdict goes to it before it goes to anybody else, and is shown once it is committed.
package final class Recorder: Output {
  /// An opening that takes longer is told.
  private static let openingLimit = DispatchTimeInterval.seconds(1)

  private let loaded: LoadedConfiguration
  private let version: String
  private let keySource: String?
  private let mailbox = RecorderMailbox()
  private let equipment = Mutex(LaneEquipment())
  private let isTold = Mutex(false)
  private let left = Mutex<Int?>(nil)
  private let ended = DispatchSemaphore(value: 0)

  /// - Parameters:
  ///   - loaded: the configuration to begin with; where the journal is stays as it says.
  ///   - version: of scangate.
  ///   - keySource: where the API key comes from, for the journal.
  package init(_ loaded: LoadedConfiguration, version: String, keySource: String?) {
    self.loaded = loaded
    self.version = version
    self.keySource = keySource
  }

  /// Opens the journal, and opens it again whenever it was lost.
  ///
  /// - Parameter report: is told how the journal does, with the first opening, or when that takes long, and each change;
  ///   one call at a time.
  package func start(report: @escaping @Sendable (JournalState) -> Void) throws(DeviceError) {
    mailbox.post(.note(.start(StationStart(loaded, version: version, keySource: keySource)), at: SystemClock.utc))
    _ = try WorkingThread(named: "scangate-record") { [self] in
      var loop = RecorderLoop(loaded, version: version, mailbox: mailbox) { [self] state in
        isTold.withLock { isTold in
          isTold = true
          report(state)
        }
      }
      let unwritten = loop.run()
      left.withLock { $0 = unwritten }
      ended.signal()
    }
    DispatchQueue.global().asyncAfter(deadline: .now() + Self.openingLimit) { [self] in
      isTold.withLock { isTold in
        if !isTold { report(.opening(loaded.configuration.journal)) }
      }
    }
  }

  /// Enters a question as long as it is under way, so that the agent's end leaves a trace of it.
  ///
  /// - Parameters:
  ///   - record: what is recorded of it if nothing else ever is.
  ///   - passed: is told when its number was last shown as PASS here, if it ever was.
  package func enter(
    _ ticket: Ticket, as record: VerdictRecord, passed: @escaping @Sendable (UTCTime) -> Void
  ) {
    let question = RecordOrder.OpenQuestion(
      key: ticket.key(on: record.lane), serialNumber: ticket.serialNumber, verdict: recorded(record, closing: nil))
    mailbox.post(.enter(question, passed: passed))
  }

  /// Commits a verdict and closes its question.
  ///
  /// - Parameter done: is told on the recorder's thread, in the order of these calls.
  package func record(
    _ record: VerdictRecord, closing ticket: Ticket?, done: @escaping @Sendable (RecordingOutcome) -> Void
  ) {
    mailbox.post(.record(recorded(record, closing: ticket), done))
  }

  /// Writes, when that is possible, what was told without being recorded.
  package func keep(_ record: VerdictRecord, closing ticket: Ticket?) {
    mailbox.post(.keep(recorded(record, closing: ticket)))
  }

  package func note(_ note: StationNote) {
    mailbox.post(.note(note, at: SystemClock.utc))
  }

  /// Works by another configuration from now on, and has the journal tell which key paths have other values.
  package func adopt(_ loaded: LoadedConfiguration, changes: [String]) {
    mailbox.post(.adopt(loaded.configuration.journal, hash: loaded.hash, text: loaded.effectiveText))
    note(.reload(configuration: loaded.hash, changes: changes))
  }

  package func tell(_ event: StationEvent) {
    equipment.withLock { $0.receive(event) }
  }

  /// Writes what waits, and ends; a disk that does not answer is waited for two seconds.
  func end(_ cause: String) {
    note(.stop(cause))
    mailbox.stop()
    _ = ended.wait(timeout: .now() + .seconds(2))
  }

  /// How many entries of what was told are not in the journal, once it has ended; nil: the disk did not answer.
  package var unwritten: Int? { left.withLock(\.self) }

  private func recorded(_ record: VerdictRecord, closing ticket: Ticket?) -> RecordOrder.RecordedVerdict {
    RecordOrder.RecordedVerdict(
      record: record, closing: ticket?.key(on: record.lane), equipment: equipment.withLock(\.self))
  }
}

extension StationStart {
  fileprivate init(_ loaded: LoadedConfiguration, version: String, keySource: String?) {
    let configuration = loaded.configuration
    self.init(
      station: configuration.station.name, version: version, configuration: loaded.hash, keySource: keySource,
      policy: configuration.gate.policy, lanes: configuration.scanners.map(\.lane),
      indicators: configuration.indicators.map { "\($0.profile) on \($0.port)" })
  }
}
