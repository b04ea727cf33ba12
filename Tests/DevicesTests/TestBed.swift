import CMockInput
import CUMockdev
import Devices
import Glibc
import Testing

/// A udev, a `/sys` and a `/dev` of the test's own, by umockdev. One at a time in a process.
final class TestBed {
  /// Whether umockdev is preloaded: `umockdev-wrapper swift test`.
  static var isPossible: Bool {
    getenv("LD_PRELOAD").map { String(cString: $0).contains("umockdev") } ?? false
  }

  let bed: UnsafeMutablePointer<UMockdevTestbed>
  let root: String
  var plugs: Set<String> = []

  init() throws {
    bed = try #require(umockdev_testbed_new())
    root = String(cString: try #require(umockdev_testbed_get_root_dir(bed)))
    try #require(mkdir(root + "/dev", 0o755) == 0 || errno == EEXIST)
    try #require(mkdir(root + "/dev/input", 0o755) == 0 || errno == EEXIST)
  }

  deinit {
    g_object_unref(bed)
  }

  /// Plugs in an event node: its node is a named pipe, its ioctls are answered by a `MockInput`.
  ///
  /// - Parameters:
  ///   - plug: which USB device it is of; its own if left out.
  ///   - types: whether it is a keyboard, else volume keys; a mouse without `hasKeys`.
  ///   - inhibited: the attribute, of a kernel that has it.
  func plugIn(
    event number: Int, plug: Int? = nil, mark: String? = "wedge", types: Bool = true, hasKeys: Bool = true,
    inhibited: Bool? = nil, properties: [String: String] = [:]
  ) throws -> MockScanner {
    let devnode = "/dev/input/event\(number)"
    let plug = Self.plug(plug ?? number)
    let input = "\(plug)/input/input\(number)"
    let scanner = MockScanner(
      device: ScannerDevice(
        devnode: devnode, syspath: "/sys\(input)/event\(number)",
        isMarked: mark != nil, plug: "/sys" + plug, usbID: "05e0:1200",
        serial: properties["ID_SERIAL_SHORT"], port: properties["ID_PATH"], name: "Mock Scanner", types: types,
        hasKeys: hasKeys),
      input: try #require(mock_input_attach(bed, devnode, types)),
      node: try Fifo(at: root + devnode))
    // As the kernel writes them: escape to keypad dot, in the lowest word; volume up; the left button.
    let keys = types ? "1 0 fffffffffffffffe" : hasKeys ? "8000000000000 0" : "10000 0 0 0 0"
    var properties = properties
    properties["SCANGATE_SCANNER"] = mark
    properties["ID_INPUT_KEY"] = hasKeys ? "1" : nil
    try addPlug(plug)
    try write(keys, to: "/sys\(input)/capabilities", "key")
    try add(input, "input", "A: name=Mock Scanner", inhibited.map { "A: inhibited=\($0 ? 1 : 0)" } ?? "")
    try add("\(input)/event\(number)", "input", node: devnode, properties)
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
  func mark(_ scanner: MockScanner) {
    umockdev_testbed_set_property(bed, scanner.syspath, "SCANGATE_SCANNER", scanner.device.transport.rawValue)
    scanner.device.isMarked = true
    tell("change", of: scanner)
  }

  /// No rule marks it any more, and udev says that it has changed.
  func unmark(_ scanner: MockScanner) {
    umockdev_testbed_set_property(bed, scanner.syspath, "SCANGATE_SCANNER", "")
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
