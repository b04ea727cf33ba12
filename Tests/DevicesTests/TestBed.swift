import CLinuxInput
import CMockInput
import CUMockdev
import Devices
import Glibc
import Scanning
import Testing

/// A udev, a `/sys` and a `/dev` of the test's own, by umockdev. One at a time in a process.
final class TestBed {
  /// Whether umockdev is preloaded: `umockdev-wrapper swift test`.
  static var isPossible: Bool {
    getenv("LD_PRELOAD").map { String(cString: $0).contains("umockdev") } ?? false
  }

  private let bed: UnsafeMutablePointer<UMockdevTestbed>
  private let root: String

  init() throws {
    bed = try #require(umockdev_testbed_new())
    root = String(cString: try #require(umockdev_testbed_get_root_dir(bed)))
    try #require(mkdir(root + "/dev", 0o755) == 0 || errno == EEXIST)
    try #require(mkdir(root + "/dev/input", 0o755) == 0 || errno == EEXIST)
  }

  deinit {
    g_object_unref(bed)
  }

  /// Plugs in a keyboard-mode device: its node is a named pipe, its ioctls are answered by a `MockInput`.
  func plugIn(
    event number: Int, mark: String? = "wedge", types: Bool = true, properties: [String: String] = [:]
  ) throws -> MockScanner {
    let devnode = "/dev/input/event\(number)"
    let syspath = "/devices/pci0000:00/usb1/1-\(number)/input/input\(number)/event\(number)"
    let scanner = MockScanner(
      device: ScannerDevice(
        devnode: devnode, syspath: "/sys" + syspath, mark: mark.flatMap(ScannerDevice.Transport.init(rawValue:)),
        serial: properties["ID_SERIAL_SHORT"], port: properties["ID_PATH"], name: "Mock Scanner"),
      input: try #require(mock_input_attach(bed, devnode, types)),
      node: try Fifo(at: root + devnode))
    var properties = properties
    properties["SCANGATE_SCANNER"] = mark
    // No N: line: umockdev aborts when such a node comes a second time.
    var description = """
      P: /devices/pci0000:00/usb1/1-\(number)/input/input\(number)
      E: SUBSYSTEM=input
      A: name=Mock Scanner

      P: \(syspath)
      E: SUBSYSTEM=input
      E: DEVNAME=\(devnode)

      """
    for (key, value) in properties { description += "E: \(key)=\(value)\n" }
    try #require(umockdev_testbed_add_from_string(bed, description, nil) != 0)
    return scanner
  }

  /// Pulls the plug: the node hangs up, then udev says so.
  func unplug(_ scanner: MockScanner) {
    scanner.node.hangUp()
    tell("remove", of: scanner)
  }

  /// Plugs it in again: the same place, a new node behind the same name.
  func plugInAgain(_ scanner: MockScanner) throws {
    scanner.node = try Fifo(at: root + scanner.devnode)
    tell("add", of: scanner)
  }

  /// Hangs up and has a fresh node at once, of which udev says nothing.
  func reset(_ scanner: MockScanner) throws {
    let former = scanner.node
    scanner.node = try Fifo(at: root + scanner.devnode)
    former.hangUp()
  }

  func tell(_ action: String, of scanner: MockScanner) {
    umockdev_testbed_uevent(bed, scanner.syspath, action)
  }

  /// A rule marks it, and udev says that it has changed.
  func mark(_ scanner: MockScanner, as mark: ScannerDevice.Transport) {
    umockdev_testbed_set_property(bed, scanner.syspath, "SCANGATE_SCANNER", mark.rawValue)
    scanner.device.mark = mark
    tell("change", of: scanner)
  }

  /// Takes away the right to read its node, even root's.
  func lock(_ scanner: MockScanner) throws {
    // The kernel lets nobody read a file of sysfs that can only be written.
    unlink(root + scanner.devnode)
    try #require(symlink("/sys/bus/cpu/uevent", root + scanner.devnode) == 0)
  }

  /// Gives the right to read it, as a rule does, and says so.
  func unlock(_ scanner: MockScanner) throws {
    scanner.node = try Fifo(at: root + scanner.devnode)
    tell("change", of: scanner)
  }
}

/// A scanner plugged into the test bed.
final class MockScanner {
  fileprivate(set) var node: Fifo
  /// What udev says of it.
  fileprivate(set) var device: ScannerDevice
  private let input: OpaquePointer

  fileprivate init(device: ScannerDevice, input: OpaquePointer, node: Fifo) {
    self.device = device
    self.input = input
    self.node = node
  }

  deinit {
    mock_input_free(input)
  }

  var devnode: String { device.devnode }
  var syspath: String { device.syspath }

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

  /// Types digits, and Enter for a line feed: one frame a transition, one a millisecond.
  func type(_ text: String) {
    // Later than the 200 ms after the grab that spoil a scan.
    var time = EventTime.now() + .milliseconds(300)
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
