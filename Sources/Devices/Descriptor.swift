internal import Dispatch
internal import Glibc

/// An open file of the kernel's that is closed when its owner lets go of it, on a thread of its own: to close an event
/// node takes the kernel milliseconds, a grabbed one tens of them, and the reading thread has none to spare.
package struct Descriptor: ~Copyable {
  /// The number: valid as long as this value lives.
  package let number: CInt
  private let closing: DispatchQueue
  private let whenClosed: (@Sendable () -> Void)?

  /// Takes over a number that nobody else will close.
  package init(taking number: CInt) {
    self.number = number
    closing = Self.closing
    whenClosed = nil
  }

  /// Opens a device node, without waiting and closed in child processes.
  ///
  /// - Parameter whenClosed: is told at the end, where closing may take long: a serial port's until the device has taken
  ///   what was written, half a minute if it takes nothing. No other descriptor waits behind that, nor `awaitClosing`.
  package init(
    opening path: String, access: CInt = O_RDONLY, whenClosed: (@Sendable () -> Void)? = nil
  ) throws(DeviceError) {
    let number = open(path, access | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard number >= 0 else { throw DeviceError(.open, path, code: errno) }
    self.number = number
    closing = whenClosed == nil ? Self.closing : DispatchQueue(label: "scangate-drain")
    self.whenClosed = whenClosed
  }

  /// A second number for an open file that stays its owner's: standard input.
  package init(duplicating number: CInt) throws(DeviceError) {
    let duplicate = fcntl(number, F_DUPFD_CLOEXEC, 3)
    guard duplicate >= 0 else { throw DeviceError(.open, "descriptor \(number)", code: errno) }
    self.number = duplicate
    closing = Self.closing
    whenClosed = nil
  }

  deinit {
    closing.async { [number, whenClosed] in
      close(number)
      whenClosed?()
    }
  }

  /// Waits until everything that was let go of is closed.
  package static func awaitClosing() {
    closing.sync {}
  }

  /// Calls back as soon as everything that was let go of until now is closed.
  static func afterClosing(_ body: @escaping @Sendable () -> Void) {
    closing.async(execute: body)
  }

  private static let closing = DispatchQueue(label: "scangate-close")

  /// Reads what is there into `buffer` and gives the count; 0 if nothing is there yet.
  ///
  /// An end of file is thrown as `ENODEV`: to a scanner it means what `EIO` and `ENODEV` mean, that it is gone.
  package func read(into buffer: UnsafeMutableRawBufferPointer, of subject: String) throws(DeviceError) -> Int {
    let count = Glibc.read(number, buffer.baseAddress, buffer.count)
    if count > 0 { return count }
    let code = count == 0 ? ENODEV : errno
    if code == EAGAIN || code == EINTR { return 0 }
    throw DeviceError(.read, subject, code: code)
  }

  /// Reads what is there, at most 4 KiB, into a buffer of its own, and gives the count; 0 if nothing is there yet.
  @discardableResult
  package func read(of subject: String, _ body: (UnsafeRawBufferPointer) -> Void) throws(DeviceError) -> Int {
    let outcome = withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
      Result { () throws(DeviceError) in
        let count = try read(into: buffer, of: subject)
        if count > 0 { body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
        return count
      }
    }
    return try outcome.get()
  }

  /// Writes what is taken now and gives the count; 0 if nothing is.
  package func write(_ bytes: some Collection<UInt8>, to subject: String) throws(DeviceError) -> Int {
    let bytes = Array(bytes)
    let count = Glibc.write(number, bytes, bytes.count)
    if count >= 0 { return count }
    if errno == EAGAIN || errno == EINTR { return 0 }
    throw DeviceError(.write, subject, code: errno)
  }
}
