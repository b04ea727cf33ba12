import ArgumentParser
import Gating
import Journal

/// Which entries of the journal are wanted.
struct EntryOptions: ParsableArguments {
  @Option(help: "From there on: 2h, 7d, 2026-11-23, 2026-11-23T14:00 or 2026-11-23T13:00:00Z.") var since: TimeOption?
  @Option(help: "Of one serial number.") var serial: String?
  @Option(help: "Of one answer.") var verdict: RecordedAnswer?
  @Option(help: "Of one lane.") var lane: String?
  @Option(help: "Of one reason, by its code: timeout, outcome_not_allowed.") var reason: ReasonCode?

  var filter: EntryFilter {
    EntryFilter(
      since: since?.time, lane: lane, serialNumber: serial, answer: verdict, reason: reason?.rawValue)
  }
}

extension RecordedAnswer: ExpressibleByArgument {}
extension ReasonCode: ExpressibleByArgument {}
