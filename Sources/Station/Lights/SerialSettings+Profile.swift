import Devices
import Signals

/// A light's port as its profile says it, for the serial port that is opened.
extension SerialSettings {
  init(_ port: PortSettings) {
    self.init(
      baud: UInt32(port.baud), dataBits: port.bits, parity: Parity(port.parity), stopBits: port.stop,
      flowControl: FlowControl(port.flow), hangUpOnClose: port.hangsUpOnClose,
      lines: port.lines.map(ModemLines.init) ?? ModemLines())
  }
}

extension ModemLines {
  init(_ lines: Lines) {
    self.init(dtr: lines.dtr, rts: lines.rts)
  }
}

extension SerialSettings.Parity {
  fileprivate init(_ parity: PortSettings.Parity) {
    self =
      switch parity {
      case .none: .none
      case .even: .even
      case .odd: .odd
      }
  }
}

extension SerialSettings.FlowControl {
  fileprivate init(_ flow: PortSettings.Flow) {
    self =
      switch flow {
      case .none: .none
      case .rtscts: .rtscts
      case .xonxoff: .xonxoff
      }
  }
}
