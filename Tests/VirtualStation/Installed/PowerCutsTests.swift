import Testing

extension InstalledStation {
  @Suite struct PowerCutsTests {
    @Test(
      "the power fails at any moment of the shift: what was shown is recorded, and the station comes back by itself")
    func anyMoment() async throws {
      let ledger = Ledger(of: "power cut × \(powerCuts)")
      try await standInOfShift { url in
        try await freshDisk { disk in
          for cut in 0...powerCuts {
            let monitor = try await Machine.boot(from: disk, with: cut == 0 ? [] : [.scanner()]) { machine in
              let service = Service(on: machine, ledger)
              if cut == 0 {
                try await service.begin(at: url)
                try await machine.guest.run("systemctl enable scangate-screen; sync")
              } else {
                try await service.watch()
                try await service.console(says: "SCAN A UNIT")
                try await service.audit()
              }
              if cut < powerCuts { try await service.scanForAWhile() }
              return machine.output
            }
            // What the monitor had shown when it went dark.
            while let line = try? await monitor.line({ $0.hasPrefix("{") }) { ledger.enter(try JSONLine(line)) }
          }
        }
      }
      print(ledger)
    }
  }
}
