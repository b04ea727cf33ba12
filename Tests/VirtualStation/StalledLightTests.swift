import Testing

extension VirtualStation {
  /// A light whose port takes what is written, and that takes nothing of it for a while.
  @Suite struct StalledLightTests {
    /// By the driver of its port.
    enum Driver: CaseIterable {
      case cdcACM, usbSerial

      var device: USBDevice { self == .cdcACM ? .light : .lightOnAdapter }
      /// Told by what the rules advise.
      var match: String {
        self == .cdcACM ? #"KERNELS=="1-2", ATTRS{idVendor}=="04d8""# : #"ATTRS{serial}=="A50285BI""#
      }
    }

    @Test(
      "stalled when a PASS comes, it is told as lost; the PASS is taken back, or the dark comes right behind it",
      arguments: Driver.allCases)
    func stalled(driver: Driver) async throws {
      let socket = try #require(Machine.current).sockets[1]
      let light = SerialLight(wire: socket.taken, number: 2)
      try await station(with: light, match: driver.match) { agent, machine in
        try socket.perform([.plug(driver.device)])
        try await agent.indicator(is: "attached")
        let scanner = USBScanner(.scanner(), in: machine.sockets[0])
        try await agent.attach(scanner)
        _ = try await light.rest(of: machine)
        try socket.perform([.stall(at: 0x14)])
        try await agent.passes(scanner)
        let lost = try await agent.indicator(is: "detached")
        #expect(lost.cause?.hasPrefix("cannot write to \(light.node): Connection timed out") == true, "\(lost)")
        // PASS is over.
        try await machine.guest.run("sleep 3")
        try socket.perform([.stall(at: nil)])
        try await agent.indicator(is: "attached")
        try await agent.end(by: "TERM")
        let sent = try await light.rest(of: machine)
        // A driver that took it back is right too: that is as the kernel is.
        if let pass = sent.firstRange(of: SerialLight.pass) {
          let behind = sent[pass.upperBound...]
          // Left behind the PASS, and at opening.
          #expect(behind.hasPrefix(" \(SerialLight.safe) \(SerialLight.safe)"), "\(sent)")
          #expect(!behind.contains(SerialLight.green), "\(sent)")
        }
        #expect(sent.hasSuffix(SerialLight.safe), "\(sent)")
      }
    }
  }
}
