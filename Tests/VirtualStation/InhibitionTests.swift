import Testing

extension VirtualStation {
  /// With the opt-in rule.
  @Suite struct InhibitionTests {
    @Test("what a scanner types before the agent has it reaches nobody, and then it works")
    func beforeTheAgent() async throws {
      try await station(configuration: "gate: {two_labels: 0s}") { agent, machine in
        try await install(on: machine)
        try await agent.end(by: "TERM")
        let scanner = USBScanner(.scanner(), in: machine.sockets[0])
        try scanner.plug()
        let link = try scanner.link
        try await machine.guest.awaits(
          "grep -qs 1 /sys/class/input/$(basename \"$(readlink -f \(link))\")/device/inhibited")
        try await machine.guest.run("cat \(link) >/tmp/overheard & reader=$!")
        try await machine.guest.awaits("ls -l /proc/$reader/fd | grep -q event")
        try scanner.scan(Unit.failed)
        try await agent.restart(with: scanner)
        try scanner.scan(Unit.passed)
        var verdict = try await agent.verdict()
        // What it still had to say when it was let speak.
        if verdict.codes == ["scan_cut"] { verdict = try await agent.verdict() }
        #expect(verdict.scan == Unit.passed)
        #expect(verdict.verdict == "PASS")
        try await machine.guest.run("kill $reader; wait $reader; true")
        #expect(try await machine.guest.run("wc -c </tmp/overheard") == "0")
      }
    }

    @Test("silenced anew under a running agent it is told as gone, and comes back by itself")
    func trigger() async throws {
      try await station { agent, machine in
        try await install(on: machine)
        let scanner = USBScanner(.scanner(), in: machine.sockets[0])
        try await agent.attach(scanner)
        try await agent.passes(scanner)
        try await machine.guest.run("udevadm trigger --action=add --subsystem-match=input; udevadm settle")
        try await agent.scanner(is: "detached", on: "S1203")
        try await agent.scanner(is: "attached", on: "S1203")
        try scanner.settle()
        try await agent.passes(scanner)
      }
    }

    private func install(on machine: Machine) async throws {
      try await machine.guest.run(
        "cp /usr/share/scangate/66-scangate-inhibit.rules /etc/udev/rules.d; udevadm control --reload")
    }
  }
}
