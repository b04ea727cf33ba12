internal import Glibc
package import Scanning

/// The wait for a device to be plugged in; without udev it is a pause like any other.
package struct PlugWatch: ~Copyable {
  private var monitor: DeviceMonitor?

  /// Listens from now on: look for the device after this, and it does not fall between.
  package init() {
    listen()
  }

  /// Waits until udev tells of a device, somebody rings, or the time has come. True: udev did.
  package mutating func wait(until time: EventTime, or wakeUp: WakeUp) -> Bool {
    var polled = [
      pollfd(fd: wakeUp.number, events: Int16(POLLIN), revents: 0),
      // `poll` passes over a negative number.
      pollfd(fd: monitor?.number ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&polled, nfds_t(polled.count), pollTimeout(until: time, from: .now())) > 0 else {
      return false
    }
    if polled[0].revents != 0 { wakeUp.acknowledge() }
    return polled[1].revents != 0 && takeNews()
  }

  private mutating func takeNews() -> Bool {
    var isPlugged = false
    do throws(DeviceError) {
      while let change = try monitor?.next() {
        if case .present = change { isPlugged = true }
      }
      return isPlugged
    } catch {
      // News were lost: there may have been a device among them.
      listen()
      return true
    }
  }

  private mutating func listen() {
    monitor = nil
    do throws(DeviceError) {
      monitor = try DeviceMonitor()
    } catch {
      // It is looked for again after a while in any case.
    }
  }
}
