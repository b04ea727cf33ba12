import CMockInput
import Glibc
import Testing

/// A real pseudo terminal: what the test writes to it, a reader gets, and the other way round.
final class Pty {
  /// The end that reads.
  let reading: CInt
  /// The node of that end.
  let path: String
  let writing: CInt
  private var isHungUp = false

  /// - Parameter isRaw: else it echoes and translates, as a terminal does that nobody has set up.
  init(isRaw: Bool = true) throws {
    var (writing, reading): (CInt, CInt) = (-1, -1)
    var path = [CChar](repeating: 0, count: 64)
    try #require(openpty(&writing, &reading, &path, nil, nil) == 0)
    self.writing = writing
    self.reading = reading
    self.path = path.withUnsafeBufferPointer { $0.baseAddress.map(String.init(cString:)) ?? "" }
    guard isRaw else { return }
    var settings = try settings()
    cfmakeraw(&settings)
    try #require(tcsetattr(reading, TCSANOW, &settings) == 0)
  }

  deinit {
    hangUp()
    close(reading)
  }

  /// How it is set up now.
  func settings() throws -> termios {
    var settings = termios()
    try #require(tcgetattr(reading, &settings) == 0)
    return settings
  }

  /// What a person at its keys meets: its modes, and the key that interrupts, quits, suspends; 0: none.
  func keyboard() throws -> [UInt32] {
    let settings = try settings()
    let keys = withUnsafeBytes(of: settings.c_cc) { keys in [VINTR, VQUIT, VSUSP].map { UInt32(keys[Int($0)]) } }
    return [settings.c_lflag] + keys
  }

  /// Lets nobody else open it, as a program does that wants it for itself.
  func claim() {
    #expect(ioctl(reading, UInt(TIOCEXCL)) == 0)
  }

  /// Whether anybody has said so.
  var isClaimed: Bool { terminal_is_claimed(reading) }

  /// Takes any such claim back.
  func release() {
    #expect(ioctl(reading, UInt(TIOCNXCL)) == 0)
  }

  func write(_ text: String) {
    write(Array(text.utf8))
  }

  func write(_ bytes: [UInt8]) {
    #expect(Glibc.write(writing, bytes, bytes.count) == bytes.count)
  }

  /// Waits for so many bytes from the other end.
  func read(_ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var length = 0
    while length < count {
      let more = bytes.withUnsafeMutableBytes {
        Glibc.read(writing, $0.baseAddress?.advanced(by: length), count - length)
      }
      guard more > 0 else { break }
      length += more
    }
    return Array(bytes[..<length])
  }

  func hangUp() {
    if !isHungUp { close(writing) }
    isHungUp = true
  }
}
