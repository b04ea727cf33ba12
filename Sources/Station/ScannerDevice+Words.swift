import Devices

extension ScannerDevice {
  /// What a person calls it: the name it gives itself, else its model.
  var title: String {
    let name = name ?? model ?? devnode
    return port.map { "\(name) on \($0)" } ?? name
  }
}

extension DetachCause {
  var text: String {
    switch self {
    case .unplugged: "unplugged"
    case .failed(let error): "\(error)"
    }
  }
}
