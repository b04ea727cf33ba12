import Gating
import Scanning
import Signals

extension Message {
  /// What a lane's light shows, in the words of the lane's screen.
  init(_ view: LaneView, of lane: String) {
    switch view {
    case .ready: self.init(.ready)
    case .reading: self.init(.reading)
    case .checking(let ticket): self.init(.checking, serial: ticket.serialNumber.text)
    case .verdict(let record):
      self.init(
        Signal(record.verdict.answer), serial: record.serialNumber?.text ?? record.scan,
        reason: record.verdict.imperative)
    case .hold(let cause): self.init(.hold, reason: cause.detail)
    case .scannerLost(let scanner) where scanner.isLent: self.init(.hold, reason: scanner.imperative)
    case .scannerLost(let scanner): self.init(.scannerLost, reason: scanner.imperative)
    case .stopping: self.init(.stopping)
    }
    self.lane = lane
  }
}

extension Signal {
  init(_ answer: Verdict.Answer) {
    self =
      switch answer {
      case .pass: .pass
      case .fail: .fail
      case .noVerdict: .noVerdict
      }
  }
}
