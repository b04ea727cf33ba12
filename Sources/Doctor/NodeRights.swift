internal import Glibc

/// Who may use a device node: its group, its mode, and whether we may.
package struct NodeRights: Hashable, Sendable {
  /// The group that the service runs in.
  package static let serviceGroup = "scangate"

  /// The name, or the number, of the group that it belongs to.
  package var group: String
  /// Its permission bits.
  package var mode: UInt32
  /// Whether it is to be written too, as a serial port is.
  package var isWritten: Bool
  package var isOurs: Bool
  /// Whether this machine has the service's group: without, only we count.
  package var hasServiceGroup: Bool

  package init(group: String, mode: UInt32, isWritten: Bool = false, isOurs: Bool, hasServiceGroup: Bool) {
    self.group = group
    self.mode = mode
    self.isWritten = isWritten
    self.isOurs = isOurs
    self.hasServiceGroup = hasServiceGroup
  }

  /// nil: it is not there.
  init?(of path: String, isWritten: Bool = false) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let name = getgrgid(status.st_gid).map { String(cString: $0.pointee.gr_name) }
    self.init(
      group: name ?? "\(status.st_gid)", mode: status.st_mode & 0o777, isWritten: isWritten,
      isOurs: access(path, isWritten ? R_OK | W_OK : R_OK) == 0,
      hasServiceGroup: getgrnam(Self.serviceGroup) != nil)
  }

  /// Why the agent cannot use it; nil: it can.
  var obstacle: String? {
    guard !(hasServiceGroup ? isTheServices : isOurs) else { return nil }
    let use = isWritten ? "opened" : "read"
    return "is there and cannot be \(use): it belongs to group \(group), mode 0\(String(mode, radix: 8))"
  }

  private var isTheServices: Bool {
    let wanted: UInt32 = isWritten ? 0o6 : 0o4
    let granted = group == Self.serviceGroup ? mode >> 3 : mode
    return granted & wanted == wanted
  }
}
