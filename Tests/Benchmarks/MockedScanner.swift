import CLinuxInput
import CMockInput
import CUMockdev
import Glibc

/// A keyboard-mode scanner that types digits: a named pipe in the place of an event node, by umockdev.
final class MockedScanner {
  /// The mocked `/sys` and `/dev`; nil unless the benchmark runs under `umockdev-wrapper`.
  static func testBed() -> UnsafeMutablePointer<UMockdevTestbed>? {
    guard let preload = getenv("LD_PRELOAD"), String(cString: preload).contains("umockdev") else { return nil }
    return umockdev_testbed_new()
  }

  let devnode: String
  private let node: Int32
  private let input: OpaquePointer

  /// - Parameter isMarked: whether a rule has marked it as a scanner.
  init(event number: Int, on bed: UnsafeMutablePointer<UMockdevTestbed>, isMarked: Bool) throws {
    devnode = "/dev/input/event\(number)"
    let path = String(cString: umockdev_testbed_get_root_dir(bed)) + devnode
    let plug = "/devices/pci0000:00/usb1/1-\(number)"
    let input = "\(plug)/input/input\(number)"
    let description = """
      P: \(plug)
      E: SUBSYSTEM=usb
      E: DEVTYPE=usb_device

      P: \(input)
      E: SUBSYSTEM=input
      A: name=Mock Scanner
      A: capabilities/key=1 0 fffffffffffffffe

      P: \(input)/event\(number)
      N: input/event\(number)
      E: SUBSYSTEM=input
      E: DEVNAME=\(devnode)
      E: ID_INPUT_KEY=1
      E: ID_PATH=bench-\(number)
      E: SCANGATE_SCANNER=\(isMarked ? "wedge" : "")

      """
    guard umockdev_testbed_add_from_string(bed, description, nil) != 0,
      let mock = mock_input_attach(bed, devnode, true)
    else { throw Trouble("no mocked \(devnode)") }
    self.input = mock
    unlink(path)
    guard mkfifo(path, 0o600) == 0 else { throw Trouble("no pipe at \(path)") }
    node = open(path, O_RDWR | O_CLOEXEC)
  }

  /// Types the digits, a transition each millisecond up to now, then Enter; gives when Enter went down, in nanoseconds
  /// of the monotonic clock.
  func scan(_ digits: String) throws -> Int {
    let keys = digits.unicodeScalars.map { $0 == "0" ? KEY_0 : KEY_1 + Int32($0.value) - 0x31 }
    let transitions = keys.flatMap { [($0, Int32(1)), ($0, Int32(0))] }
    let start = Self.now - (transitions.count + 1) * 1_000_000
    for (index, (key, value)) in transitions.enumerated() {
      try write(key, value, at: start + index * 1_000_000)
    }
    let pressed = Self.now
    try write(KEY_ENTER, 1, at: pressed)
    return pressed
  }

  /// Lets go of Enter.
  func rest() throws {
    try write(KEY_ENTER, 0, at: Self.now)
  }

  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  private func write(_ key: Int32, _ value: Int32, at nanoseconds: Int) throws {
    let time = timeval(tv_sec: nanoseconds / 1_000_000_000, tv_usec: nanoseconds % 1_000_000_000 / 1000)
    let frame = [
      input_event(time: time, type: UInt16(EV_KEY), code: UInt16(key), value: value),
      input_event(time: time, type: UInt16(EV_SYN), code: UInt16(SYN_REPORT), value: 0),
    ]
    let count = frame.withUnsafeBytes { Glibc.write(node, $0.baseAddress, $0.count) }
    guard count == frame.count * MemoryLayout<input_event>.stride else { throw Trouble("\(devnode) takes no events") }
  }
}
