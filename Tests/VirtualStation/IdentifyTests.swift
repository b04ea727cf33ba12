import Foundation
import Testing

extension VirtualStation {
  @Suite struct IdentifyTests {
    /// As it stands on the printed sheet.
    private static let checkCode = "SG-QWYZAMqwyzam_.:+/@#\"'()[]$%\u{1D}0123456789"

    @Test("a scanner that no rule knows: what `identify` prints, pasted as it says, makes it a lane")
    func unknown() async throws {
      try await station { agent, machine in
        let guest = machine.guest
        let scanner = USBScanner(.unknown, in: machine.sockets[0])
        try scanner.plug()
        let link = try scanner.link
        try await guest.awaits("[ -e \(link) ]")
        try await guest.run("udevadm settle; scangate identify >/tmp/identified 2>&1 </dev/null & identify=$!")
        try await guest.awaits("grep -q 'scan any code' /tmp/identified")
        try scanner.scan("4006381333931")
        try await guest.awaits("grep -q 'scan this check code' /tmp/identified")
        try scanner.scan(Self.checkCode)
        try await guest.run("wait $identify")
        let told = try await guest.run("cat /tmp/identified")
        Attachment.record(told, named: "identify.txt")

        let paragraphs = told.components(separatedBy: "\n\n")
        let rule = try #require(paragraphs.first { $0.hasPrefix("# ") })
        let command = try #require(paragraphs.first { $0.hasPrefix("then: sudo udevadm") })
        let entry = try #require(paragraphs.first { $0.hasPrefix("scanners:") })
        try await guest.write(rule + "\n", to: "/etc/udev/rules.d/65-scangate-local.rules")
        try await guest.run(command.replacing("then: ", with: "").replacing("sudo ", with: ""))
        try await guest.run("udevadm settle; udevadm info --query=property \(link) | grep -x SCANGATE_SCANNER=wedge")
        try await guest.write(entry + "\n", to: "/tmp/station.yaml")
        try await guest.run("scangate config check --config /tmp/station.yaml")
        try await agent.end(by: "TERM")
        try await agent.restart(with: scanner, lane: "1")
        try await agent.passes(scanner)
      }
    }
  }
}
