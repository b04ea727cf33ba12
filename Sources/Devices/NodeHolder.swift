package import Glibc
internal import Scanning

/// A process that has a device node open.
package struct NodeHolder: Hashable, Sendable {
  package var pid: pid_t
  /// Its name as the kernel has it: up to 15 bytes of whatever the program calls itself.
  package var command: String

  package init(pid: pid_t, command: String) {
    self.pid = pid
    self.command = command
  }

  /// Every process that has the node open, ours too, as far as we may look: those of other users only root sees.
  ///
  /// Reads all of `/proc`: no work for the reading thread.
  package static func all(of devnode: String) -> [NodeHolder] {
    // Descriptors are listed under the node's own name, whatever link it was opened by.
    let found = realpath(devnode, nil)
    defer { free(found) }
    let node = found.map { String(cString: $0) } ?? devnode
    return entries(of: "/proc").compactMap { pid_t($0) }.filter { holds($0, node) }.sorted().map { pid in
      NodeHolder(pid: pid, command: command(of: pid))
    }
  }

  private static func holds(_ pid: pid_t, _ devnode: String) -> Bool {
    let descriptors = "/proc/\(pid)/fd"
    return entries(of: descriptors).contains { target(of: "\(descriptors)/\($0)") == devnode }
  }

  private static func command(of pid: pid_t) -> String {
    let text = KernelFile(path: "/proc/\(pid)/comm").read() ?? []
    return String(decoding: text.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// The names in a directory; none if it cannot be read.
  private static func entries(of directory: String) -> [String] {
    guard let stream = opendir(directory) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      // The name lies in the entry's own memory, which need not hold all of the C array.
      let name = UnsafeRawPointer(entry) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
      names.append(String(cString: name.assumingMemoryBound(to: CChar.self)))
    }
    return names
  }

  /// Where a symbolic link points; nil if that cannot be read or is longer than a node's name.
  private static func target(of link: String) -> String? {
    var outcome = 0
    let bytes = [CChar](unsafeUninitializedCapacity: 256) { buffer, count in
      if let start = buffer.baseAddress { outcome = readlink(link, start, buffer.count) }
      count = max(0, outcome)
    }
    return outcome < 0 ? nil : String(decoding: bytes.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

extension NodeHolder: CustomStringConvertible {
  package var description: String { "\(command.escaped()) (pid \(pid))" }
}
