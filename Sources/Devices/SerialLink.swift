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

  /// Writes all of it, and waits until the device has taken it: written is not sent. Throws `ETIMEDOUT` where that has
  /// not come by the `deadline`, which is asked for anew after each wait.
  package func write(_ bytes: [UInt8], by deadline: () -> EventTime) throws(DeviceError) {
    var rest = bytes[...]
    while true {
      if !rest.isEmpty { rest.removeFirst(try port.write(rest)) }
      if rest.isEmpty, try port.unsent == 0 { return }
      let now = EventTime.now()
      guard now < deadline() else { throw DeviceError(.write, path, code: ETIMEDOUT) }
      // `poll` tells that there is room for more, and not that nothing is left.
      try wait(until: now + .milliseconds(2))
    }
  }

  /// Writes what is taken now, and waits for nothing.
  package func leave(_ bytes: [UInt8]) throws(DeviceError) {
    _ = try port.write(bytes)
  }

  /// Waits until something is received, somebody rings, or the time has come, whichever is first; nil: it never comes.
  package func wait(until time: EventTime?) throws(DeviceError) {
    var polled = [
      pollfd(fd: wakeUp.number, events: Int16(POLLIN), revents: 0),
      pollfd(fd: port.number, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&polled, nfds_t(polled.count), pollTimeout(until: time, from: .now())) > 0 else { return }
    if polled[0].revents != 0 { wakeUp.acknowledge() }
    guard polled[1].revents != 0 else { return }
    // A device that is gone can be read too, and says so.
    try port.read { received = (received + $0).suffix(4096) }
  }
}
