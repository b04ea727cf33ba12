package import Gating
package import Scanning
package import TofuPilot

/// One serial number's way to a verdict: the look-up that the gate asks for first, the other one where a rule wants it,
/// and the judgement, all inside one deadline.
package struct Enquiry: Sendable {
  private let client: APIClient
  private let policy: Policy
  private let deadline: Duration

  package init(client: APIClient, gate: Gate, deadline: Duration) {
    self.client = client
    policy = Policy(gate: gate)
    self.deadline = deadline
  }

  /// - Returns: the answer, and the last look-up, as the watch on the API wants it.
  package func ask(_ serialNumber: SerialNumber) async -> (answer: Answer, lookUp: LookUp) {
    let began = SystemClock.monotonic
    let end = began + deadline
    var asked = policy.gate.policy
    var attempts = 0
    while true {
      let lookUp = await client.lookUp(serialNumber, policy: asked, within: end - SystemClock.monotonic)
      attempts += lookUp.attempts
      func answer(_ verdict: Verdict) -> (Answer, LookUp) {
        let time = SystemClock.monotonic - began
        let answer = Answer(
          verdict: verdict, attempts: attempts, status: lookUp.status, requestTime: time, standIn: lookUp.standIn)
        return (answer, lookUp)
      }
      switch policy.judge(lookUp.reply, asked: asked, for: serialNumber, now: SystemClock.utc) {
      case .verdict(let verdict):
        return answer(verdict)
      case .ask(let other) where asked == policy.gate.policy:
        asked = other
      case .ask:
        let detail = "the unit fell under another rule in between"
        return answer(.noVerdict(.badReply, detail: detail, under: policy.gate))
      }
    }
  }
}
