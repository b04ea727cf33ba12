import CLinuxInput
import CMockInput
import Devices
import Glibc
import Scanning

/// A scanner plugged into the test bed.
final class MockScanner {
  var node: Fifo
  /// What udev says of it.
  var device: ScannerDevice
  private let input: OpaquePointer

  init(device: ScannerDevice, input: OpaquePointer, node: Fifo) {
    self.device = device
    self.input = input
    self.node = node
  }

  deinit {
    mock_input_free(input)
  }

  var devnode: String { device.devnode }
  var syspath: String { device.syspath }
  var inputSyspath: String { String(syspath.prefix(upTo: syspath.lastIndex(of: "/") ?? syspath.endIndex)) }

  var isBusy = false {
    didSet { mock_input_set_busy(input, isBusy) }
  }

  var pressedKey: KeyCode? {
    didSet { mock_input_set_pressed(input, Int32(pressedKey?.rawValue ?? 0)) }
  }

  /// Whether anybody but the test has the node open.
  var isOpen: Bool { node.isOpenElsewhere }

  /// Waits until nobody has, as after its closing on another thread.
  func closed() async {
    while isOpen { await Task.yield() }
  }

  func count(_ what: MockInputCount) -> Int32 {
    mock_input_count(input, what)
  }

  func awaits(_ what: MockInputCount, _ count: Int32) -> Bool {
    mock_input_await(input, what, count)
  }

  /// Types digits, and Enter for a line feed: one frame a transition, one a millisecond; as a rule later than the 200 ms
  /// after the grab that spoil a scan.
  func type(_ text: String, after delay: Duration = .milliseconds(300)) {
    var time = EventTime.now() + delay
    var events: [input_event] = []
    for character in text.unicodeScalars {
      for value in [1, 0] as [Int32] {
        events.append(input_event(type: EV_KEY, code: Self.code(of: character), value: value, time: time))
        events.append(input_event(type: EV_SYN, code: SYN_REPORT, value: 0, time: time))
        time = time + .milliseconds(1)
      }
    }
    events.withUnsafeBytes(node.write)
  }

  private static func code(of character: Unicode.Scalar) -> CInt {
    switch character {
    case "\n": KEY_ENTER
    case "0": KEY_0
    default: KEY_1 + CInt(character.value) - 0x31
    }
  }
}

extension input_event {
  fileprivate init(type: CInt, code: CInt, value: Int32, time: EventTime) {
    let (seconds, rest) = time.nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    self.init(
      time: timeval(tv_sec: Int(seconds), tv_usec: Int(rest / 1000)), type: UInt16(type), code: UInt16(code),
      value: value)
  }
}
