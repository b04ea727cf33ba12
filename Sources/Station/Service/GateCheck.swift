import Gating
import Scanning

/// A judgement whose outcome is known beforehand: a unit that no run has tested is never released.
enum GateCheck {
  /// Whether the gate still judges, and judges so.
  static func holds(_ gate: Gate) -> Bool {
    guard let number = try? SerialNumber("0") else { return false }
    let untested = Reply.unit(Unit(serialNumber: number.text), run: nil)
    switch Policy(gate: gate).judge(untested, asked: gate.policy, for: number, now: SystemClock.utc) {
    case .verdict(let verdict): return !verdict.isPass
    case .ask: return true
    }
  }
}
