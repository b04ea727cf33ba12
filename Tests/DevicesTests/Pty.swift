import CMockInput
import Glibc
import Testing

/// A real pseudo terminal in raw mode: what the test writes to it, a reader gets.
final class Pty {
  /// The end that reads.
  let reading: CInt
  private let writing: CInt
  private var isHungUp = false

  init() throws {
    var (writing, reading): (CInt, CInt) = (-1, -1)
    try #require(openpty(&writing, &reading, nil, nil, nil) == 0)
    self.writing = writing
    self.reading = reading
    var settings = termios()
    try #require(tcgetattr(reading, &settings) == 0)
    cfmakeraw(&settings)
    try #require(tcsetattr(reading, TCSANOW, &settings) == 0)
  }

  deinit {
    hangUp()
    close(reading)
  }

  func write(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(Glibc.write(writing, bytes, bytes.count) == bytes.count)
  }

  func hangUp() {
    if !isHungUp { close(writing) }
    isHungUp = true
  }
}
