package import Devices
import Scanning

extension ScannerDevice {
  /// What a person calls it: the name it gives itself, else its model.
  var shortTitle: String { name ?? model ?? devnode }

  /// The same, with the socket that it is plugged into.
  package var title: String { socket.map { "\(shortTitle) on \($0)" } ?? shortTitle }

  /// What it is, as commands list it: `Voyager  0c2e:0901  keyboard  /dev/input/event7`
  var headline: String {
    [shortTitle.escaped(limit: 60), usbID, transport.words, devnode].compactMap(\.self).joined(separator: "  ")
  }

  /// What the configuration may name it by.
  var names: String { "serial \(serial?.escaped() ?? "none"), port \(socket?.escaped() ?? "none")" }
}

extension [ScannerDevice] {
  var titles: String { map(\.title).joined(separator: ", ") }
}

extension DetachCause {
  var text: String {
    switch self {
    case .unplugged: "unplugged"
    case .failed(let error): "\(error)"
    case .inhibited: "silenced by the kernel, as udev's rule for newly plugged scanners asks; it is being woken"
    case .lent(let borrower): "lent to \(borrower)"
    case .reassigned: "no longer this lane's scanner"
    }
  }
}
