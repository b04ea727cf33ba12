import Testing

extension InstalledStation {
  /// `scangate-screen.service`; that it has the console after a boot too, the power cuts show.
  @Suite struct ScreenTests {
    @Test(
      "the screen takes the console from the login: READY, PASS, STOPPED without its agent; disabled, it gives it back")
    func console() async throws {
      let configuration = Service.configuration + "\nscreen: {pass_time: 1m}"
      try await shift("screen on tty1", configuration: configuration) { service in
        let guest = service.machine.guest
        try await service.console(says: "login:")
        try await guest.run("systemctl enable --now scangate-screen")
        try await service.console(says: "SCAN A UNIT")
        let number = try #require(try await service.scan().scan)
        try await service.console(says: "PASS IT ON")
        // In wide letters.
        try await service.console(says: number.map(String.init).joined(separator: " "))
        // Nobody had to be driven out, nor came back.
        #expect(try await guest.run("systemctl show --property ActiveState --value getty@tty1") == "inactive")
        #expect(try await guest.run("systemctl show --property NRestarts --value scangate-screen") == "0")

        try await guest.run("systemctl kill --signal KILL scangate")
        try await service.console(says: "STATION STOPPED")
        try await service.console(says: "SCAN A UNIT")

        try await guest.run("systemctl disable --now scangate-screen; systemctl start getty.target")
        try await service.console(says: "login:")
      }
    }
  }
}
