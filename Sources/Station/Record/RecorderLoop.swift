import Devices
import Gating
import Journal
import Scanning
import Settings

/// The work of the recorder's thread; it lives on its thread alone.
///
/// ```
/// orders     all that wait go into one transaction, then those who wait for it are told
/// failed     those who wait are told so, the journal is closed; what was told all the same is kept in memory
/// trouble    every order fails at once; opened anew after 0.5, 1, 2 … 15 s, and what was kept is written first
/// at rest    entries that are too old go, the disk's room is looked at
/// stopped    what waits is written, after trouble it is tried once more
/// ```
struct RecorderLoop: ~Copyable {
  /// So long without an order, and there is time for chores.
  private static let rest = Duration.seconds(2)

  private let path: String
  private let version: String
  private let mailbox: RecorderMailbox
  private let report: (JournalState) -> Void

  private var settings: JournalSettings
  /// The texts that records name by their hash.
  private var configurations: [(hash: String, text: String)]
  private var journal: Journal?
  private var state: JournalState
  private var told: JournalState?
  private var backlog = RecordBacklog()
  private var hasOpened = false
  private var clock = ClockWatch()
  private var chores = JournalChores()
  private var backoff = Backoff()
  private var probeDue = SystemClock.monotonic

  init(
    _ loaded: LoadedConfiguration, version: String, mailbox: RecorderMailbox,
    report: @escaping (JournalState) -> Void
  ) {
    self.version = version
    self.mailbox = mailbox
    self.report = report
    settings = loaded.configuration.journal
    path = settings.path
    configurations = [(loaded.hash, loaded.effectiveText)]
    state = JournalState(isRequired: settings.isRequired)
  }

  /// Runs until it is stopped.
  ///
  /// - Returns: how many entries could not be written.
  mutating func run() -> Int {
    open()
    while let orders = mailbox.take(until: nextChore) {
      if orders.isEmpty { doChores() }
      carryOut(orders)
    }
    if journal == nil { open() }
    return backlog.payloads.count + backlog.lost
  }

  private mutating func carryOut(_ orders: [RecordOrder]) {
    var batch = RecordBatch(version: version, isClockSynchronised: WallClock.isSynchronised)
    if let jump = clock.jump() { batch.add(.note(.clock(jump), at: SystemClock.utc)) }
    for order in orders {
      if case .adopt(let settings, let hash, let text) = order { adopt(settings, hash, text) }
      batch.add(order)
    }
    commit(batch)
    enter(batch.questions)
    if chores.look(at: path) {
      state.fullness = chores.fullness
      // Once a day it is said again.
      told = nil
      tell()
    }
  }

  private mutating func commit(_ batch: RecordBatch) {
    do throws(JournalError) {
      guard let journal else { return fail(batch) }
      if batch.lines.isEmpty { return }
      let sequences = try journal.append(batch.lines.map(\.payload), closing: batch.lines.compactMap(\.closing))
      for (line, sequence) in zip(batch.lines, sequences) { line.answer?(.committed(sequence)) }
    } catch {
      stumble(error)
      fail(batch)
    }
  }

  private mutating func fail(_ batch: RecordBatch) {
    for line in batch.lines {
      if let answer = line.answer {
        answer(.failed(state.trouble ?? .journalNotOpen))
      } else {
        backlog.add(line.payload, closing: line.closing)
      }
    }
  }

  private mutating func enter(_ questions: [RecordBatch.Question]) {
    do throws(JournalError) {
      guard let journal else { return }
      for question in questions { try question.enter(in: journal) }
    } catch {
      stumble(error)
    }
  }

  private mutating func adopt(_ settings: JournalSettings, _ hash: String, _ text: String) {
    self.settings = settings
    state.isRequired = settings.isRequired
    if !configurations.contains(where: { $0.hash == hash }) { configurations.append((hash, text)) }
    do throws(JournalError) {
      try journal?.keep(configuration: text, hash: hash)
    } catch {
      stumble(error)
    }
    tell()
  }

  private mutating func tell() {
    guard state != told else { return }
    told = state
    report(state)
  }
}

// MARK: - Trouble

extension RecorderLoop {
  /// Opens the journal and writes first what waits for it.
  private mutating func open() {
    do throws(JournalError) {
      let journal = try Journal(at: path)
      for (hash, text) in configurations { try journal.keep(configuration: text, hash: hash) }
      // Later the open scans are those of questions that are under way.
      let cutOff = hasOpened ? [] : try journal.openScans()
      let payloads = cutOff.map(\.payload) + backlog.entries(after: state.trouble)
      if !payloads.isEmpty { try journal.append(payloads, closing: cutOff.map(\.key) + backlog.closing) }
      isOpen(journal)
    } catch {
      stumble(error)
    }
  }

  private mutating func isOpen(_ journal: Journal) {
    self.journal = journal
    backlog = RecordBacklog()
    backoff = Backoff()
    hasOpened = true
    state.recover(in: journal)
    tell()
  }

  private mutating func stumble(_ error: JournalError) {
    journal = nil
    probeDue = SystemClock.monotonic + backoff.next()
    state.fail(error)
    tell()
  }
}

// MARK: - Chores

extension RecorderLoop {
  private var nextChore: EventTime {
    journal == nil ? probeDue : max(SystemClock.monotonic + Self.rest, chores.due)
  }

  private mutating func doChores() {
    do throws(JournalError) {
      if let journal {
        try chores.trim(journal, to: settings.retention)
      } else if probeDue <= SystemClock.monotonic {
        open()
      }
    } catch {
      stumble(error)
    }
  }
}
