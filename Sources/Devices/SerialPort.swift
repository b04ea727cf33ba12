internal import CLinuxInput
internal import Glibc

/// A serial port that is open for us alone, in raw mode: what a CDC scanner is read from and a light written to.
///
/// Alone by two means: `TIOCEXCL`, which no unprivileged program can open past, and `flock`, which tells a second
/// scangate whoever it runs as. A program that had it open before, and uses neither, is not noticed.
package struct SerialPort: ~Copyable {
  package let path: String

  private let descriptor: Descriptor

  /// - Parameters:
  ///   - path: the node, or a link to it such as those in `/dev/serial/by-path`.
  ///   - whenClosed: as for a descriptor; from then on the port can be opened again.
  package init(
    opening path: String, settings: SerialSettings = SerialSettings(), whenClosed: (@Sendable () -> Void)? = nil
  ) throws(DeviceError) {
    // Without O_NONBLOCK the opening itself would wait for a carrier.
    let descriptor = try Descriptor(opening: path, access: O_RDWR, whenClosed: whenClosed)
    let number = descriptor.number
    let locked = flock(number, LOCK_EX | LOCK_NB) == 0 ? 0 : -errno
    try Self.check(locked == -EWOULDBLOCK ? -EBUSY : locked, .open, path)
    try Self.check(serial_claim(number), .open, path)
    var framing = serial_framing(settings)
    try Self.check(serial_configure(number, &framing), .configure, path)
    let driven = settings.lines.drive(number)
    // A port without lines has none to be wrong.
    try Self.check(driven == -ENOTTY || driven == -EINVAL ? 0 : driven, .configure, path)

    self.path = path
    self.descriptor = descriptor
  }

  /// What `poll` waits on.
  package var number: CInt { descriptor.number }

  /// Reads what is there, at most 4 KiB, and gives the count; 0 if nothing is there yet.
  @discardableResult
  package func read(_ body: (UnsafeRawBufferPointer) -> Void) throws(DeviceError) -> Int {
    try descriptor.read(of: path, body)
  }

  /// Writes what the port takes now and gives the count: 0 if it takes nothing, as when the device stalls.
  package func write(_ bytes: some Collection<UInt8>) throws(DeviceError) -> Int {
    try descriptor.write(bytes, to: path)
  }

  /// How many bytes the kernel holds that the device has not taken; 0: it has taken all. `cdc-acm` counts whole buffers.
  package var unsent: Int {
    get throws(DeviceError) {
      let outcome = serial_unsent(number)
      try Self.check(outcome, .write, path)
      return Int(outcome)
    }
  }

  /// Throws away what was received and not read.
  package func discardInput() throws(DeviceError) {
    try Self.check(serial_discard_input(number), .read, path)
  }

  /// Throws away what was written and not sent, as far as the driver can.
  package func discardOutput() {
    _ = serial_discard_output(number)
  }

  /// Drives the lines, both at once. Throws where the port has none.
  package func drive(_ lines: ModemLines) throws(DeviceError) {
    try Self.check(lines.drive(number), .configure, path)
  }

  private static func check(
    _ outcome: CInt, _ operation: DeviceError.Operation, _ path: String
  ) throws(DeviceError) {
    if outcome < 0 { throw DeviceError(operation, path, code: -outcome) }
  }
}

extension ModemLines {
  /// Gives 0 or -errno.
  fileprivate func drive(_ number: CInt) -> CInt {
    var (mask, levels): (CInt, CInt) = (0, 0)
    for (line, level) in [(TIOCM_DTR, dtr), (TIOCM_RTS, rts)] {
      guard let level else { continue }
      mask |= line
      if level { levels |= line }
    }
    return mask == 0 ? 0 : serial_set_lines(number, mask, levels)
  }
}

extension serial_framing {
  fileprivate init(_ settings: SerialSettings) {
    self.init(
      baud: settings.baud, data_bits: CInt(settings.dataBits), parity: settings.parity.letter,
      stop_bits: CInt(settings.stopBits), rts_cts: settings.flowControl == .rtscts,
      xon_xoff: settings.flowControl == .xonxoff, hang_up_on_close: settings.hangUpOnClose)
  }
}

extension SerialSettings.Parity {
  /// As in `9600 8N1`.
  fileprivate var letter: CChar {
    switch self {
    case .none: CChar(bitPattern: UInt8(ascii: "N"))
    case .even: CChar(bitPattern: UInt8(ascii: "E"))
    case .odd: CChar(bitPattern: UInt8(ascii: "O"))
    }
  }
}
