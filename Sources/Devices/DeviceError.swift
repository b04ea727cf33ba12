internal import Glibc

/// What failed on which device, the kernel's reason, and what to do about it.
///
/// Describing one may ask who a group is, over the network where NSS does, or who holds a node, of all processes: no
/// work for the reading thread.
package struct DeviceError: Error, Hashable, Sendable {
  /// What was tried.
  package enum Operation: Hashable, Sendable {
    case open
    case inquire
    case grab
    case read
    case write
    /// To make a serial port speak as its settings say.
    case configure
    case watch
    /// To let a device speak that the kernel keeps silent (`Inhibition`).
    case uninhibit
    /// To start a thread.
    case start
  }

  package var operation: Operation
  /// The device node, or what stands in its place.
  package var subject: String
  /// The kernel's `errno`.
  package var code: CInt
  /// The group that the node belongs to, where rights are what is missing.
  private var group: gid_t?

  package init(_ operation: Operation, _ subject: String, code: CInt) {
    self.operation = operation
    self.subject = subject
    self.code = code
    group = code == EACCES || code == EPERM ? Self.group(of: subject) : nil
  }

  /// Whether the device is not there any more.
  package var isGone: Bool {
    [ENODEV, ENXIO, ENOENT].contains(code) || [.read, .write].contains(operation) && code == EIO
  }

  /// What to do next, as one clause.
  private var remedy: String {
    switch (operation, code) {
    case (.uninhibit, _):
      "install udev-rules/66-scangate-inhibit.rules anew, which gives scangate the right, or remove it and plug the scanner in again; under systemd, ProtectKernelTunables= must be off"
    case (_, EBUSY):
      holderRemedy
    case (.configure, ENOTTY):
      "it is no serial port, or one without DTR and RTS: `scangate devices` lists the ports"
    case (.configure, EINVAL):
      "the port cannot do this: change baud, data bits, parity, stop bits or flow control to what it can"
    case (.watch, _):
      "scanners are found through udev: /sys must be mounted and netlink sockets allowed"
    case (.start, _), (.open, EMFILE):
      "too many open files or threads: raise LimitNOFILE= and TasksMax=, or `ulimit -n`"
    case (_, EACCES), (_, EPERM):
      rightsRemedy
    case (.open, ENOTSUP), (.inquire, _):
      "it speaks as no scanner: scan the setup code `USB keyboard` of its manual"
    default:
      "unplug it and plug it in again"
    }
  }

  private var holderRemedy: String {
    let others = NodeHolder.all(of: subject).filter { $0.pid != getpid() }.map(\.description)
    guard !others.isEmpty else {
      return "another program has grabbed it (a second scangate, a till program): `sudo fuser -v \(subject)` names it"
    }
    return "end the program that has grabbed it, of those that have it open: \(others.joined(separator: ", "))"
  }

  private var rightsRemedy: String {
    guard let group, group != 0 else {
      return "only root may read it: install udev-rules/, then `sudo udevadm control --reload && sudo udevadm trigger`"
    }
    let name = Self.name(of: group) ?? String(group)
    return "it belongs to group \(name): `sudo usermod -aG \(name) USER`, then log in again"
  }

  private static func group(of node: String) -> gid_t? {
    var status = stat()
    return stat(node, &status) == 0 ? status.st_gid : nil
  }

  private static func name(of group: gid_t) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { text in
      var entry = Glibc.group()
      var found: UnsafeMutablePointer<Glibc.group>?
      _ = getgrgid_r(group, &entry, text.baseAddress, text.count, &found)
      return found.map { String(cString: $0.pointee.gr_name) }
    }
  }
}

extension DeviceError: CustomStringConvertible {
  package var description: String {
    "cannot \(verb) \(subject): \(String(cString: strerror(code))); \(remedy)"
  }

  private var verb: String {
    switch operation {
    case .open: "open"
    case .inquire: "use"
    case .grab: "grab"
    case .read: "read"
    case .write: "write to"
    case .configure: "set up"
    case .watch: "watch"
    case .uninhibit: "write"
    case .start: "start"
    }
  }
}
