import Testing

extension VirtualStation {
  @Suite struct SerialLightTests {
    @Test("a light's serial port is there and takes bytes")
    func bytes() async throws {
      let machine = try #require(Machine.current)
      try await machine.guest.awaits("[ -e /dev/ttyUSB0 ]")
      try await machine.guest.run("stty -F /dev/ttyUSB0 raw -echo; echo GREEN >/dev/ttyUSB0")
      #expect(try await machine.light.line() == "GREEN")
    }
  }
}
