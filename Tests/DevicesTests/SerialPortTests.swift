import CMockInput
import Devices
import Glibc
import Testing

@Suite("A serial port")
struct SerialPortTests {
  private let pty: Pty

  init() throws {
    pty = try Pty(isRaw: false)
  }

  @Test("carries every byte as it is, both ways")
  func raw() throws {
    let port = try SerialPort(opening: pty.path)
    let all = (0...255).map(UInt8.init)
    #expect(try port.write(all) == 256)
    #expect(pty.read(256) == all)

    pty.write("\u{3}\r\n\u{13}\u{11}\u{1A}ä")
    #expect(try port.await() == Array("\u{3}\r\n\u{13}\u{11}\u{1A}ä".utf8))
    let settings = try pty.settings()
    #expect(settings.c_lflag == 0 && settings.c_oflag == 0 && settings.c_iflag == 0)
    #expect(settings.c_cflag & tcflag_t(CLOCAL) != 0 && settings.c_cflag & tcflag_t(CREAD) != 0)
  }

  @Test("speaks as its settings say, at odd rates too", arguments: [9600, 4800, 115_200, 250_000, 74_880] as [UInt32])
  func speed(baud: UInt32) throws {
    _ = try SerialPort(opening: pty.path, settings: SerialSettings(baud: baud))
    #expect(terminal_speed(pty.reading) == CInt(baud))
  }

  @Test("has two stop bits, flow control and a hang-up on close as its settings say")
  func flags() throws {
    let plain = try opened(SerialSettings(hangUpOnClose: false))
    #expect(plain.c_cflag & tcflag_t(CSTOPB | HUPCL) == 0 && plain.c_cflag & tcflag_t(CRTSCTS) == 0)
    #expect(try opened(SerialSettings(hangUpOnClose: true)).c_cflag & tcflag_t(HUPCL) != 0)
    #expect(try opened(SerialSettings(stopBits: 2)).c_cflag & tcflag_t(CSTOPB) != 0)
    #expect(try opened(SerialSettings(flowControl: .rtscts)).c_cflag & tcflag_t(CRTSCTS) != 0)
    let software = try opened(SerialSettings(flowControl: .xonxoff))
    #expect(software.c_iflag == tcflag_t(IXON | IXOFF))
  }

  @Test(
    "says so where the driver leaves parity or data bits as they are, as a pty's does",
    arguments: [SerialSettings(parity: .even), SerialSettings(parity: .odd), SerialSettings(dataBits: 7)])
  func refused(settings: SerialSettings) throws {
    let error = try #require(refusal(of: pty.path, settings))
    #expect(error == DeviceError(.configure, pty.path, code: EINVAL))
    #expect(error.description.hasPrefix("cannot set up \(pty.path): Invalid argument; the port cannot do this"))
  }

  @Test("is ours alone until it is closed")
  func exclusive() throws {
    do {
      let port = try SerialPort(opening: pty.path)
      #expect(pty.isClaimed)
      let error = try #require(refusal(of: pty.path))
      #expect(error == DeviceError(.open, pty.path, code: EBUSY))
      #expect(error.description.hasSuffix("`sudo fuser -v \(pty.path)` names it"))
      _ = port.number
    }
    Descriptor.awaitClosing()
    // The claim was on the terminal, and other ends of it are still open.
    pty.release()
    #expect(refusal(of: pty.path) == nil)
  }

  @Test("is not taken from a program that has claimed it")
  func claimed() {
    pty.claim()
    #expect(refusal(of: pty.path) == DeviceError(.open, pty.path, code: EBUSY))
  }

  @Test("is not taken from a program that has locked it")
  func locked() {
    let other = open(pty.path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    defer { close(other) }
    #expect(flock(other, LOCK_EX | LOCK_NB) == 0)
    #expect(refusal(of: pty.path) == DeviceError(.open, pty.path, code: EBUSY))
  }

  @Test("is none where the node is no terminal, or is not there")
  func noPort() {
    #expect(refusal(of: "/dev/null")?.code == ENOTTY)
    #expect(refusal(of: "/dev/scangate-none")?.isGone == true)
  }

  @Test("takes what fits, and then nothing, without waiting")
  func full() throws {
    let port = try SerialPort(opening: pty.path)
    let chunk = [UInt8](repeating: 0x55, count: 4096)
    var total = 0
    while case let count = try port.write(chunk), count > 0 { total += count }
    #expect(pty.read(total).count == total)
    #expect(try port.write([0xAA]) == 1)
  }

  @Test("forgets what it was sent before")
  func discard() throws {
    let port = try SerialPort(opening: pty.path)
    pty.write("old")
    wait(for: port.number)
    try port.discardInput()
    pty.write("new")
    #expect(try port.await() == Array("new".utf8))
  }

  @Test("that hangs up is gone, to a reader and to a writer")
  func gone() throws {
    let port = try SerialPort(opening: pty.path)
    pty.hangUp()
    wait(for: port.number)
    let read = #expect(throws: DeviceError.self) { try port.read { _ in } }
    let write = #expect(throws: DeviceError.self) { try port.write([0]) }
    #expect(read?.isGone == true && write?.isGone == true)
  }

  @Test("without modem lines can be opened, and says so when they are to be driven")
  func noLines() throws {
    let port = try SerialPort(opening: pty.path, settings: SerialSettings(lines: ModemLines(dtr: true)))
    let error = #expect(throws: DeviceError.self) { try port.drive(ModemLines(dtr: true, rts: false)) }
    #expect(error?.operation == .configure)
  }

  private func opened(_ settings: SerialSettings) throws -> termios {
    pty.release()
    Descriptor.awaitClosing()
    _ = try SerialPort(opening: pty.path, settings: settings)
    return try pty.settings()
  }

  /// Why the port cannot be had; nil: it can.
  private func refusal(of path: String, _ settings: SerialSettings = SerialSettings()) -> DeviceError? {
    do throws(DeviceError) {
      _ = try SerialPort(opening: path, settings: settings)
      return nil
    } catch {
      return error
    }
  }
}

extension SerialPort {
  /// Waits for bytes.
  fileprivate func await() throws -> [UInt8] {
    var bytes: [UInt8] = []
    wait(for: number)
    try read { bytes += $0 }
    return bytes
  }
}

/// Waits until a descriptor can be read, or has hung up.
func wait(for descriptor: CInt) {
  var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  #expect(poll(&polled, 1, 10_000) == 1)
}
