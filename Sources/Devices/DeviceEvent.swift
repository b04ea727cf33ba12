package import Scanning

/// What the reading thread tells: scanners that come and go, and what they read.
package enum DeviceEvent: Hashable, Sendable {
  /// The scanner is open, grabbed and drained: the lane works. Told once a plug, by the node that came first.
  case attached(lane: String, ScannerDevice)
  /// The scanner is away, and the lane has none: it was attached, or `trouble` or `contested` had named it. A scan that
  /// was open has been told before, spoiled.
  case detached(lane: String, ScannerDevice, DetachCause)
  /// The scanner is there and cannot be had, and the lane has none. It is tried again by itself; told once for each cause.
  case trouble(lane: String, ScannerDevice, DeviceError)
  /// Several scanners fit the lane, a device of each: none feeds it, all stay grabbed. Told anew when one comes or goes;
  /// `attached` tells that one is left, `detached` or `trouble` that none is.
  case contested(lane: String, [ScannerDevice])
  /// A device that carries a mark is there, and no lane is for it.
  case unclaimed(ScannerDevice)
  /// Such a device is away.
  case unclaimedGone(ScannerDevice)
  /// A scanner, or a line of standard input, was read.
  case scanner(lane: String, ScannerEvent)
  /// Standard input has ended.
  case inputEnded(lane: String)
  /// All that is plugged in has been looked at: once at the start, and again when a lost monitor is back or devices were
  /// assigned anew.
  case enumerated
  /// Scanners that come and go are not noticed now. It is tried again by itself; `enumerated` tells that it is back.
  case monitorLost(DeviceError)
}

/// Why a scanner no longer has its lane.
package enum DetachCause: Hashable, Sendable {
  case unplugged
  case failed(DeviceError)
  /// The kernel keeps it silent anew, as after `udevadm trigger --action=add`; that is being changed.
  case inhibited
  /// Another program has it for a while, and gives it back.
  case lent(to: String)
  /// It is there, and another lane's now, or nobody's.
  case reassigned
}
