import Foundation
import Testing

/// Of two lanes together: `SCANGATE_SCANS`, else 400.
let scansAtFullSpeed = ProcessInfo.processInfo.environment["SCANGATE_SCANS"].flatMap { Int($0) } ?? 400

extension VirtualStation {
  /// Scan after scan without a pause, a key transition each millisecond.
  @Suite struct FullSpeedTests {
    @Test("every scan of one scanner comes whole")
    func one() async throws {
      try await station(configuration: "gate: {two_labels: 0s}") { agent, machine in
        let scanner = USBScanner(.scanner(), in: machine.sockets[0])
        try await agent.attach(scanner)
        try await fire(200, from: ["S1203": scanner], to: agent)
      }
    }

    @Test("two identical scanners without a number, on two ports: every scan comes whole, on its own lane")
    func twins() async throws {
      try await station(configuration: "gate: {two_labels: 0s}") { agent, machine in
        let twins = machine.sockets[0...1].map { USBScanner(.nameless, in: $0) }
        for twin in twins { try await agent.attach(twin) }
        let lanes = Dictionary(uniqueKeysWithValues: twins.map { ($0.socket.port, $0) })
        try await fire(scansAtFullSpeed / 2, from: lanes, to: agent)
      }
    }

    /// Scans so often on each lane, the next code as soon as the lane has its verdict, and compares what was read with
    /// what was sent.
    private func fire(_ count: Int, from lanes: [String: USBScanner], to agent: Agent) async throws {
      var sent: [String: [String]] = [:]
      var read: [String: [String]] = [:]
      func scan(on lane: String) throws {
        let number = sent[lane, default: []].count + 1
        guard let scanner = lanes[lane], number <= count else { return }
        let text = "\(lane.suffix(1))x_\(String(number, radix: 36))-Zy.\(number):+"
        sent[lane, default: []].append(text)
        try scanner.scan(text)
      }
      for lane in lanes.keys { try scan(on: lane) }
      for _ in 0..<count * lanes.count {
        let verdict = try await agent.verdict()
        #expect(verdict.codes == ["unknown_unit"], "\(verdict)")
        let lane = try #require(verdict.lane)
        read[lane, default: []].append(verdict.scan ?? "")
        try scan(on: lane)
      }
      for lane in lanes.keys {
        #expect(Tally.shared.wrongCharacters(sent: sent[lane] ?? [], read: read[lane] ?? []) == 0)
      }
    }
  }
}
