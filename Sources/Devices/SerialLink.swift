internal import Glibc
package import Scanning

/// An open serial port in the hands of one thread, which another can wake: every wait has an end, whatever the device
/// does.
package final class SerialLink {
  /// What came in since `forget`, the latest 4 KiB of it.
  package private(set) var received: [UInt8] = []

  private let port: SerialPort
  private let wakeUp: WakeUp

  package init(_ port: consuming SerialPort, wakeUp: WakeUp) {
    self.port = port
    self.wakeUp = wakeUp
  }

  package var path: String { port.path }

  /// Drops what was received before.
  package func forget() throws(DeviceError) {
    try port.discardInput()
    received = []
  }

  /// Drops what was written and has not left yet: nothing of it is to come late.
  package func takeBack() {
    port.discardOutput()
  }

  package func drive(_ lines: ModemLines) throws(DeviceError) {
    try port.drive(lines)
  }

  /// Writes all of it. Throws `ETIMEDOUT` where the device stops taking it.
  package func write(_ bytes: [UInt8], within limit: Duration) throws(DeviceError) {
    let deadline = EventTime.now() + limit
    var rest = bytes[...]
    while true {
      rest.removeFirst(try port.write(rest))
      if rest.isEmpty { return }
      guard .now() < deadline else { throw DeviceError(.write, path, code: ETIMEDOUT) }
      try wait(until: deadline, orFor: POLLOUT)
    }
  }

  /// Waits until something is received, somebody rings, or the time has come, whichever is first; nil: it never comes.
  package func wait(until time: EventTime?) throws(DeviceError) {
    try wait(until: time, orFor: 0)
  }

  private func wait(until time: EventTime?, orFor event: CInt) throws(DeviceError) {
    let timeout = pollTimeout(until: time, from: .now())
    var polled = [
      pollfd(fd: wakeUp.number, events: Int16(POLLIN), revents: 0),
      pollfd(fd: port.number, events: Int16(POLLIN | event), revents: 0),
    ]
    guard poll(&polled, nfds_t(polled.count), timeout) > 0 else { return }
    if polled[0].revents != 0 { wakeUp.acknowledge() }
    guard polled[1].revents & ~Int16(POLLOUT) != 0 else { return }
    // A device that is gone can be read too, and says so.
    try port.read { received = (received + $0).suffix(4096) }
  }
}
