import Testing

extension VirtualStation {
  /// A light on a USB serial adapter, through udev and the kernel's driver.
  @Suite struct SerialLightTests {
    @Test("green for PASS; pulled then, and plugged in when that is over, it is dark and stays so: it was told as lost")
    func pulled() async throws {
      try await passing { agent, _, machine in
        try await machine.pullLight()
        let lost = try await agent.indicator(is: "detached")
        #expect(lost.cause?.hasSuffix("unplug it and plug it in again") == true, "\(lost)")
        // PASS is over.
        try await machine.guest.run("sleep 3")
        try await machine.plugLight()
        try await agent.indicator(is: "attached")
        try await agent.end(by: "TERM")
        let sent = try await machine.light.rest(of: machine)
        #expect(sent.hasPrefix("\(SerialLight.safe) \(SerialLight.dark)"), "\(sent)")
        #expect(sent.hasSuffix(SerialLight.safe), "\(sent)")
        #expect(!sent.contains(SerialLight.green), "\(sent)")
      }
    }

    @Test("ended during PASS, the agent leaves it safe")
    func terminated() async throws {
      try await passing { agent, _, machine in
        #expect(try await agent.end(by: "TERM") == 0)
        let sent = try await machine.light.rest(of: machine)
        #expect(sent.hasSuffix(SerialLight.safe) && !sent.contains(SerialLight.green), "\(sent)")
      }
    }

    @Test("killed during PASS, the agent leaves it green: `indicator safe` puts it out")
    func killed() async throws {
      try await passing { agent, _, machine in
        try await agent.end(by: "KILL")
        #expect(try await machine.light.rest(of: machine) == "")
        try await machine.guest.run("su scangate -c 'scangate indicator safe --config /tmp/station.yaml'")
        let sent = try await machine.light.rest(of: machine)
        #expect(sent.hasPrefix(SerialLight.safe) && sent.hasSuffix(SerialLight.safe), "\(sent)")
        #expect(!sent.contains(SerialLight.green), "\(sent)")
      }
    }

    @Test("killed during PASS and started again, the agent puts it out first")
    func restarted() async throws {
      try await passing { agent, scanner, machine in
        try await agent.end(by: "KILL")
        try await agent.restart(with: scanner)
        #expect(try await machine.light.gets(SerialLight.safe) == "")
        try await agent.passes(scanner)
        let between = try await machine.light.gets(SerialLight.pass)
        #expect(!between.contains(SerialLight.green), "\(between)")
      }
    }

    @Test("udev gives it to the agent's group under a name that stays, and keeps modem and braille programs from it")
    func marks() async throws {
      try await lit { _, machine in
        for action in ["change", "add"] {
          try await machine.tellLightAnew(by: action)
          let port = try await machine.properties(of: "/dev/scangate/light-1")
          #expect(port.isSuperset(of: ["SCANGATE_INDICATOR=1", "ID_MM_PORT_IGNORE=1", "DEVNAME=/dev/ttyUSB0"]))
          let adapter = try await machine.properties(of: "/sys/bus/usb/devices/1-5")
          #expect(adapter.isSuperset(of: ["ID_MM_DEVICE_IGNORE=1", "PRODUCT=scangate/light"]))
          #expect(try await machine.guest.run("stat -L -c '%U %G %a' /dev/scangate/light-1") == "root scangate 660")
        }
      }
    }

    /// Green: a unit has just passed.
    private func passing(_ body: (Agent, USBScanner, Machine) async throws -> Void) async throws {
      try await lit { agent, machine in
        let scanner = USBScanner(.scanner(), in: machine.sockets[0])
        try await agent.attach(scanner)
        try await agent.passes(scanner)
        try await machine.light.gets(SerialLight.pass)
        try await body(agent, scanner, machine)
      }
    }

    private func lit(_ body: (Agent, Machine) async throws -> Void) async throws {
      let light = try #require(Machine.current).light
      try await station(with: light, match: SerialLight.ownAdapter) { agent, machine in
        try await machine.tellLightAnew()
        // Of tests before.
        _ = try await light.rest(of: machine)
        try await agent.indicator(is: "attached")
        try await body(agent, machine)
      }
    }
  }
}

extension Machine {
  /// What udev says of a device.
  fileprivate func properties(of device: String) async throws -> Set<Substring> {
    Set(try await guest.run("udevadm info --query=property \(device)").split(separator: "\n"))
  }
}
