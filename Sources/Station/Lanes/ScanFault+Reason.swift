import Gating
import Scanning

extension ScanFault {
  /// The row of the verdict table that a spoiled scan falls under.
  var reason: ReasonCode {
    switch self {
    case .overrun: .scanOverrun
    case .paused, .detached, .begunBeforeGrab: .scanCut
    case .unknownKey, .uncombinedAccent, .badAltCode, .tooLong, .notUTF8, .malformedReport: .badScan
    }
  }

  /// What happened, for the lead.
  var detail: String {
    switch self {
    case .overrun: "the kernel dropped input events"
    case .paused: "the scanner paused for over a second"
    case .detached: "the scanner was unplugged in the scan"
    case .begunBeforeGrab: "the scan had begun before the scanner was grabbed"
    case .unknownKey(let key): "the layout has no character for key \(key.rawValue)"
    case .uncombinedAccent(let accent): "no letter follows the accent \(accent)"
    case .badAltCode(let number): "Alt code \(number) is no character"
    case .tooLong: "over 4096 characters"
    case .notUTF8: "the bytes are not UTF-8"
    case .malformedReport: "the scanner sent a report that is not as it describes it"
    }
  }
}
