/// One event as the kernel's evdev interface delivers it: `struct input_event` with its time on the monotonic clock.
package struct InputEvent: Hashable, Sendable {
  /// The kernel's event types that concern a scanner (`linux/input-event-codes.h`).
  package enum Kind {
    package static let synchronization: UInt16 = 0x00  // EV_SYN
    package static let key: UInt16 = 0x01  // EV_KEY
    package static let miscellaneous: UInt16 = 0x04  // EV_MSC
  }

  /// `SYN_DROPPED`: the kernel's buffer ran over and everything unread is lost.
  package static let dropped: UInt16 = 3

  package var time: EventTime
  package var type: UInt16
  package var code: UInt16
  package var value: Int32

  package init(time: EventTime, type: UInt16, code: UInt16, value: Int32) {
    self.time = time
    self.type = type
    self.code = code
    self.value = value
  }
}
