import CUMockdev
import Devices
import Glibc
import Testing

/// What the test bed's `/sys` shows beside event nodes.
extension TestBed {
  /// A node without anybody behind it, of the first interface of a plug, as udev describes it.
  func describe(
    _ subsystem: String, _ name: String, plug number: Int, parent: String, _ facts: String...,
    properties: [String: String] = [:]
  ) throws {
    let plug = Self.plug(number)
    try addPlug(plug)
    let parent = "\(plug)/1-\(number):1.0/\(parent)"
    try add(parent, subsystem == "hidraw" ? "hid" : "usb-serial", facts.joined(separator: "\n"))
    try add("\(parent)/\(subsystem)/\(name)", subsystem, node: "/dev/\(name)", properties)
  }

  /// Its USB device, once.
  func addPlug(_ path: String) throws {
    guard plugs.insert(path).inserted else { return }
    try add(path, "usb", "E: DEVTYPE=usb_device", "A: idVendor=05e0", "A: idProduct=1200")
  }

  func add(
    _ path: String, _ subsystem: String, _ facts: String..., node: String? = nil, _ properties: [String: String] = [:]
  ) throws {
    var lines = ["P: \(path)", "E: SUBSYSTEM=\(subsystem)"] + facts.filter { !$0.isEmpty }
    // No N: line: umockdev aborts when such a node comes a second time.
    if let node { lines.append("E: DEVNAME=\(node)") }
    lines += properties.map { "E: \($0.key)=\($0.value)" }
    try #require(umockdev_testbed_add_from_string(bed, lines.joined(separator: "\n") + "\n", nil) != 0)
  }

  /// Writes an attribute below a directory of the device's own, which umockdev cannot.
  func write(_ text: String, to directory: String, _ name: String) throws {
    var path = root
    for part in directory.split(separator: "/") {
      path += "/\(part)"
      try #require(mkdir(path, 0o755) == 0 || errno == EEXIST)
    }
    let file = creat("\(path)/\(name)", 0o644)
    try #require(file >= 0)
    defer { close(file) }
    try #require(Glibc.write(file, text, text.utf8.count) == text.utf8.count)
  }

  static func plug(_ number: Int) -> String { "/devices/pci0000:00/usb1/1-\(number)" }

  /// Whether the kernel keeps the scanner silent.
  func isInhibited(_ scanner: MockScanner) -> Bool {
    let file = open("\(root)\(scanner.inputSyspath)/inhibited", O_RDONLY | O_CLOEXEC)
    defer { close(file) }
    var byte: UInt8 = 0
    return read(file, &byte, 1) == 1 && byte == UInt8(ascii: "1")
  }

  /// Silences it, as a rule does whenever udev says `add`.
  func inhibit(_ scanner: MockScanner) {
    umockdev_testbed_set_attribute(bed, scanner.inputSyspath, "inhibited", "1")
    tell("change", of: scanner)
  }

  /// Has the attribute read 1, and be written by nobody, not even root.
  func lockInhibited(_ scanner: MockScanner) throws {
    let path = "\(root)\(scanner.inputSyspath)/inhibited"
    unlink(path)
    try #require(symlink("/sys/class/net/lo/ifindex", path) == 0)
  }

  /// Gives the right to write it, as a rule does.
  func unlockInhibited(_ scanner: MockScanner) throws {
    unlink("\(root)\(scanner.inputSyspath)/inhibited")
    try write("1", to: scanner.inputSyspath, "inhibited")
    tell("change", of: scanner)
  }
}
