import CMockInput
import CUMockdev
import Glibc
import Testing

/// A `/dev` of the test's own with hidraw nodes and serial ports, by umockdev. One at a time in a process.
final class NodeBed {
  private let bed: UnsafeMutablePointer<UMockdevTestbed>
  private let root: String

  init() throws {
    bed = try #require(umockdev_testbed_new())
    root = String(cString: try #require(umockdev_testbed_get_root_dir(bed)))
    try #require(mkdir(root + "/dev", 0o755) == 0 || errno == EEXIST)
  }

  deinit {
    g_object_unref(bed)
  }

  /// A hidraw node: whole reports go in, whole reports come out.
  func hidraw(at devnode: String, descriptor: [UInt8]) throws -> MockNode {
    let node = try #require(mock_hidraw_attach(bed, devnode, descriptor, CInt(descriptor.count)))
    return try MockNode(node, fifo: Fifo(at: root + devnode, inPackets: true))
  }

  /// A serial port that is a pty with modem lines.
  func serial(at devnode: String) throws -> MockNode {
    let node = try #require(mock_serial_attach(bed, devnode))
    let pty = try Pty(isRaw: false)
    try #require(symlink(pty.path, root + devnode) == 0)
    return MockNode(node, pty: pty)
  }
}

/// A node of the bed, and the test's end of it.
final class MockNode {
  let fifo: Fifo?
  let pty: Pty?
  private let node: OpaquePointer

  fileprivate init(_ node: OpaquePointer, fifo: Fifo? = nil, pty: Pty? = nil) {
    self.node = node
    self.fifo = fifo
    self.pty = pty
  }

  deinit {
    mock_node_free(node)
  }

  /// The modem lines as they were set last.
  var lines: CInt { mock_serial_lines(node) }
  var lineRequests: CInt { mock_serial_line_requests(node) }

  /// The kernel holds so many bytes that the device has not taken.
  func hold(unsent count: CInt) { mock_serial_set_unsent(node, count) }
}
