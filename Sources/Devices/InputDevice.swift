internal import CLinuxInput
internal import Glibc
package import Scanning

/// An open evdev node: the kernel's stream of `input_event`s from one keyboard, timed on the monotonic clock.
package struct InputDevice: ~Copyable {
  package let devnode: String
  /// The keys it has (`EVIOCGBIT`).
  package let keys: KeySet

  private let descriptor: Descriptor

  package init(opening devnode: String) throws(DeviceError) {
    let descriptor = try Descriptor(opening: devnode)
    // The clock first: choosing it discards what is unread.
    let clock = evdev_use_monotonic_clock(descriptor.number)
    guard clock >= 0 else { throw DeviceError(.inquire, devnode, code: -clock) }
    let keys = try KeySet(of: descriptor, devnode, through: evdev_capable_keys)
    // Only more room in the kernel's buffer: older kernels go without.
    _ = evdev_mask_miscellaneous(descriptor.number)

    self.devnode = devnode
    self.keys = keys
    self.descriptor = descriptor
  }

  /// What `poll` waits on.
  package var number: CInt { descriptor.number }

  /// Whether it types: a scanner's keyboard node, not the volume keys or the mouse that the same plug may bring along.
  package var canType: Bool { keys.canType }

  /// The keys that are down now (`EVIOCGKEY`). Discards unread key events: those read from now on begin with these keys.
  package func pressedKeys() throws(DeviceError) -> KeySet {
    try KeySet(of: descriptor, devnode, through: evdev_pressed_keys)
  }

  /// Takes the device for this descriptor alone until it is closed (`EVIOCGRAB`): no console sees its keys.
  package func grab() throws(DeviceError) {
    let outcome = evdev_grab(descriptor.number)
    guard outcome >= 0 else { throw DeviceError(.grab, devnode, code: -outcome) }
  }

  /// Reads one batch of what is there, as many events as the kernel keeps, and gives the count.
  @discardableResult
  package func read(_ body: (InputEvent) -> Void) throws(DeviceError) -> Int {
    // The kernel keeps 64 events for a keyboard, so one call takes all.
    let outcome = withUnsafeTemporaryAllocation(of: input_event.self, capacity: 64) { events in
      Result { () throws(DeviceError) in
        let bytes = try descriptor.read(into: UnsafeMutableRawBufferPointer(events), of: devnode)
        let count = bytes / MemoryLayout<input_event>.stride
        for event in events[..<count] { body(InputEvent(event)) }
        return count
      }
    }
    return try outcome.get()
  }

  /// Throws away everything unread.
  package func drain() throws(DeviceError) {
    while try read({ _ in }) > 0 {}
  }
}

extension InputEvent {
  fileprivate init(_ event: input_event) {
    self.init(
      time: EventTime(seconds: event.time.tv_sec, microseconds: Int(event.time.tv_usec)),
      type: event.type, code: event.code, value: event.value)
  }
}

extension KeySet {
  /// Bytes that hold every code: `KEY_CNT` bits.
  private static let maskSize = 0x300 / 8

  /// From an ioctl that fills a bit mask.
  fileprivate init(
    of descriptor: borrowing Descriptor, _ devnode: String,
    through ask: (CInt, UnsafeMutablePointer<UInt8>?, CInt) -> CInt
  ) throws(DeviceError) {
    var outcome: CInt = 0
    let mask = [UInt8](unsafeUninitializedCapacity: Self.maskSize) { buffer, count in
      buffer.initialize(repeating: 0)
      outcome = ask(descriptor.number, buffer.baseAddress, CInt(buffer.count))
      count = buffer.count
    }
    guard outcome >= 0 else { throw DeviceError(.inquire, devnode, code: -outcome) }
    self.init(bitMask: mask)
  }
}
