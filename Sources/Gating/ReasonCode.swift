/// Why a unit is not released; the order is that of the verdict table, and of the reasons in a verdict.
package enum ReasonCode: String, CaseIterable, Hashable, Sendable {
  case outcomeNotAllowed = "outcome_not_allowed"
  case noCreatingRun = "no_creating_run"
  case unknownUnit = "unknown_unit"
  case referenceSample = "reference_sample"
  case partNotAllowed = "part_not_allowed"
  case revisionNotAllowed = "revision_not_allowed"
  case procedureNotPassed = "procedure_not_passed"
  case tooOld = "too_old"
  case tooEarly = "too_early"
  case batchNotAllowed = "batch_not_allowed"
  case childrenMissing = "children_missing"
  case blocked
  case unknownOutcome = "unknown_outcome"
  case unknownSample = "unknown_sample"
  case runNotEnded = "run_not_ended"
  case badScan = "bad_scan"
  case scanOverrun = "scan_overrun"
  case scanCut = "scan_cut"
  case twoLabels = "two_labels"
  case serialMismatch = "serial_mismatch"
  case unauthorized
  case forbidden
  case redirected
  case badReply = "bad_reply"
  case rateLimited = "rate_limited"
  case serverError = "server_error"
  case timeout
  case unreachable
  case notRecorded = "not_recorded"
  case indicatorLost = "indicator_lost"
  case notConfigured = "not_configured"
  case interrupted
  case superseded

  /// What the person at the station does about it.
  package var action: Action {
    switch self {
    case .outcomeNotAllowed: .rework
    case .noCreatingRun, .referenceSample, .partNotAllowed, .revisionNotAllowed, .procedureNotPassed, .tooOld,
      .tooEarly, .batchNotAllowed, .childrenMissing, .blocked:
      .elsewhere
    case .unknownUnit, .runNotEnded, .badScan, .scanOverrun, .scanCut, .twoLabels, .rateLimited, .serverError,
      .timeout, .interrupted, .superseded:
      .scanAgain
    case .unknownOutcome, .unknownSample, .serialMismatch, .unauthorized, .forbidden, .redirected, .badReply,
      .unreachable, .notRecorded, .indicatorLost, .notConfigured:
      .hold
    }
  }

  /// What the operator reads where the site has no words of its own; at most 60 characters, ASCII for every console.
  package var text: String {
    switch self {
    case .outcomeNotAllowed: "STOP. Put the unit on REWORK."
    case .noCreatingRun: "STOP. Not tested yet. Back to the test."
    case .unknownUnit: "STOP. Not known. Scan the unit's own label."
    case .referenceSample: "Reference unit. Back to its box. Not for sale."
    case .partNotAllowed: "STOP. Wrong part for this gate. Ask the lead."
    case .revisionNotAllowed: "STOP. Revision not released here. Ask the lead."
    case .procedureNotPassed: "STOP. Test is missing. Back to the test."
    case .tooOld: "STOP. Test too old. Test it again."
    case .tooEarly: "STOP. Waiting time not over. Put it back."
    case .batchNotAllowed: "STOP. Batch is stopped. Quarantine shelf."
    case .childrenMissing: "STOP. A part is missing. Put it on REWORK."
    case .blocked: "STOP. Unit is blocked. Quarantine shelf."
    case .unknownOutcome: "HOLD. New kind of result. Call the lead."
    case .unknownSample: "HOLD. New kind of reference unit. Call the lead."
    case .runNotEnded: "Test still running. Let it end. Scan again."
    case .badScan: "Not a unit label. Scan the unit's own label."
    case .scanOverrun: "Scan incomplete. Scan again."
    case .scanCut: "Scan was cut off. Scan again."
    case .twoLabels: "Two labels read. Cover one. Scan again."
    case .serialMismatch: "HOLD. TofuPilot named another unit. Lead."
    case .unauthorized: "HOLD. Key refused. Call the lead."
    case .forbidden: "HOLD. Key lacks the right. Call the lead."
    case .redirected: "HOLD. Wrong server address. Call the lead."
    case .badReply: "HOLD. Answer not understood. Call the lead."
    case .rateLimited: "Wait 10 seconds. Scan again."
    case .serverError: "Scan again. Still so: HOLD, call the lead."
    case .timeout: "Scan again. Still so: HOLD, call the lead."
    case .unreachable: "HOLD. No network. Call the lead."
    case .notRecorded: "HOLD. Disk full or broken. Call the lead."
    case .indicatorLost: "HOLD. Light is missing. Call the lead."
    case .notConfigured: "HOLD. Rules file broken. Call the lead."
    case .interrupted: "Station stopped. Scan again when READY."
    case .superseded: "Too many scans at once. Scan this unit again."
    }
  }
}

extension ReasonCode: Comparable {
  package static func < (left: ReasonCode, right: ReasonCode) -> Bool {
    left.place < right.place
  }

  private var place: Int {
    Self.allCases.firstIndex(of: self) ?? Self.allCases.endIndex
  }
}
