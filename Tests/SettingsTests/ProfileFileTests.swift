import Foundation
import Signals
import Testing

@testable import Settings

@Suite struct ProfileFileTests {
  private static func profile(_ text: String) throws -> Profile {
    let folder = try StationFolder()
    return try Profile(at: folder.write(text, to: "light.yaml"))
  }

  @Test("A light and what it is sent is enough")
  func short() throws {
    let profile = try Self.profile("light: A light\nwritten_as: hex\n\(ProfileErrorTests.signals)")
    #expect(profile.light == "A light")
    #expect(profile.port == PortSettings())
    #expect(profile.settle == .zero && profile.gap == .zero && profile.refresh == nil)
    #expect(profile.buzzer == nil && profile.acknowledgement == nil && profile.probe == nil)
    #expect(profile.picture(for: .scannerLost).on.count == 2)
    #expect(try profile.picture(for: .pass) == Picture(on: [.bytes(Template(hex: "04"))]))
  }

  @Test("Every key is read")
  func everyKey() throws {
    let text = """
      light: A light
      written_as: text
      serial: {baud: 4800, bits: 7, parity: odd, stop: 2, flow: xonxoff, hang_up_on_close: true, lines: rts}
      settle: 3s
      banner: 'OK\\n'
      open: ['A', 'B']
      close: 'C'
      probe: {write: '?', expect: 'light'}
      ack: {expect: '\\x06', refuse: '\\x15', timeout: 1s, retries: 3}
      gap: 20ms
      refresh: 5s
      flash: {period: 1s, duty: 30}
      buzzer: {on: 'b', off: ['c', 'd'], beep: 300ms}
      lamps: {green: 1, red: 2, white: 3, on: '+{lamp}', off: '-{lamp}', flash: '*{lamp}'}
      """
    let profile = try Self.profile(text)
    var port = PortSettings()
    (port.baud, port.bits, port.parity, port.stop) = (4800, 7, .odd, 2)
    (port.flow, port.hangsUpOnClose, port.lines) = (.xonxoff, true, .rts)
    #expect(profile.port == port)
    #expect(profile.settle == .seconds(3))
    #expect(profile.banner == [0x4F, 0x4B, 0x0A])
    #expect(try profile.open == ["A", "B"].map { try .bytes(Template(text: $0)) })
    #expect(try profile.close == [.bytes(Template(text: "C"))])
    #expect(profile.probe == Probe([0x3F], reply: Acknowledgement(.bytes([UInt8]("light".utf8)))))
    var acknowledgement = Acknowledgement(.bytes([6]))
    acknowledgement.refusal = [0x15]
    acknowledgement.timeout = .seconds(1)
    acknowledgement.retries = 3
    #expect(profile.acknowledgement == acknowledgement)
    #expect(profile.gap == .milliseconds(20))
    #expect(profile.refresh == .seconds(5))
    #expect(profile.flashing.period == .seconds(1) && profile.flashing.duty == 30)
    #expect(profile.buzzer?.beep == .milliseconds(300))
    #expect(profile.buzzer?.off.count == 2)
    #expect(try profile.picture(for: .hold) == Picture(on: ["-1", "-2", "-3"].map { try .bytes(Template(text: $0)) }))
    #expect(try profile.picture(for: .ready).on == ["-3", "-1", "-2", "+3"].map { try .bytes(Template(text: $0)) })
  }

  @Test("A lamp of its own is the buzzer")
  func buzzerLamp() throws {
    let text = "light: A\nwritten_as: hex\nlamps: {green: 1, buzzer: 4, on: 'A0 {lamp} 01', off: 'A0 {lamp} 00'}"
    let buzzer = try Self.profile(text).buzzer
    #expect(try buzzer == Buzzer(on: [.bytes(Template(hex: "A0 04 01"))], off: [.bytes(Template(hex: "A0 04 00"))]))
  }

  @Test("A site's own file goes before the one that is shipped")
  func ownFile() throws {
    let folder = try StationFolder()
    let data = DataDirectories(given: folder.path)
    #expect(throws: MissingData.self) { try Profile.path(named: "lcus-ours", in: data) }
    #expect(try Profile.path(named: "lcus", in: data).hasSuffix("/config/indicators/lcus.yaml"))
    try FileManager.default.createDirectory(atPath: "\(folder.path)/indicators", withIntermediateDirectories: false)
    let own = try folder.write("light: A", to: "indicators/lcus.yaml")
    #expect(try Profile.path(named: "lcus", in: data) == own)
  }
}
