import Testing

extension VirtualStation {
  /// Whose keys are whose: a scanner's are the agent's alone, a person's are none of its.
  @Suite struct OwnershipTests {
    @Test("a second program reads nothing of a grabbed scanner, and a second agent is told who is in its way")
    func secondReader() async throws {
      try await station { agent, machine in
        let scanner = USBScanner(.scanner(), in: machine.sockets[0])
        try await agent.attach(scanner)
        try await machine.guest.run(
          """
          cat \(try scanner.link) >/tmp/overheard & reader=$!; \
          TOFUPILOT_API_KEY=demo scangate run --format line --config /dev/null >/tmp/second 2>&1 </dev/null & second=$!
          """)
        try await machine.guest.awaits("grep -q \"has grabbed it.*scangate (pid $agent)\" /tmp/second")
        try await agent.passes(scanner)
        try await machine.guest.run("kill $reader $second; wait $reader $second")
        #expect(try await machine.guest.run("wc -c </tmp/overheard") == "0")
      }
    }

    @Test("the operator's keyboard is never opened, nor is what is typed there a scan")
    func keyboard() async throws {
      try await station { agent, machine in
        let keyboard = USBScanner(.desktopKeyboard, in: machine.sockets[1])
        try await agent.end(by: "TERM")
        try keyboard.plug()
        let link = try keyboard.link
        try await machine.guest.awaits("[ -e \(link) ]")
        // The agent's user could open it.
        try await machine.guest.run("udevadm settle; chgrp scangate $(readlink -f \(link))")
        try await agent.start()
        try await agent.station(is: "hold")
        let scanner = USBScanner(.scanner(), in: machine.sockets[0])
        try await agent.attach(scanner)
        try keyboard.send(KeyReport.typing("typed"))
        try await keyboard.socket.finish()
        try await agent.passes(scanner)
        let open = try await machine.guest.run("ls -l /proc/$agent/fd | grep -o '/dev/input.*'")
        #expect(open == (try await machine.guest.run("readlink -f \(try scanner.link)")))
      }
    }

    @Test("a scanner that brings a mouse along is one lane")
    func mouse() async throws {
      try await station { agent, machine in
        let scanner = USBScanner(.withMouse, in: machine.sockets[0])
        try await agent.attach(scanner)
        try await agent.passes(scanner)
      }
    }

    @Test("a scanner with a keyboard and HID POS in one plug is one lane: what it types counts, its reports are root's")
    func hidPOS() async throws {
      try await station(configuration: "gate: {two_labels: 0s}") { agent, machine in
        let scanner = USBScanner(.keyboardAndHIDPOS, in: machine.sockets[0])
        try await agent.attach(scanner)
        #expect(try await machine.guest.run("udevadm settle; stat -c '%U %G %a' /dev/hidraw1") == "root root 600")
        try await machine.guest.run("! su scangate -c ': </dev/hidraw1' 2>/dev/null")
        // The machine asks for reports as long as somebody reads them.
        try await machine.guest.run("cat /dev/hidraw1 >/tmp/reports & reader=$!")
        try await machine.guest.awaits("ls -l /proc/$reader/fd | grep -q hidraw")
        try scanner.settle()
        try scanner.report(Unit.failed, aim: "]Q1")
        try await machine.guest.awaits("[ -s /tmp/reports ]")
        try await agent.passes(scanner)
        try await machine.guest.run("kill $reader; wait $reader; true")
      }
    }

    @Test("udev gives a scanner to the agent's group and hides it from desktops, and after a trigger it is still so")
    func marks() async throws {
      try await station { agent, machine in
        let scanner = USBScanner(.scanner(), in: machine.sockets[0])
        try await agent.attach(scanner)
        for action in ["change", "add"] {
          try await machine.guest.run("udevadm trigger --action=\(action) --subsystem-match=input; udevadm settle")
          let properties = try await machine.guest.run("udevadm info --query=property \(try scanner.link)").split(
            separator: "\n")
          #expect(properties.contains("SCANGATE_SCANNER=wedge"))
          #expect(properties.contains("LIBINPUT_IGNORE_DEVICE=1"))
          #expect(try await machine.guest.run("stat -L -c '%G %a' \(try scanner.link)") == "scangate 660")
        }
        try await agent.passes(scanner)
      }
    }
  }
}
