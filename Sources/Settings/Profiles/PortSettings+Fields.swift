import Signals

extension PortSettings: Section {
  static var fields: [Field<PortSettings>] {
    [
      Field("baud", \.baud, .number(50...4_000_000)),
      Field("bits", \.bits, .number(7...8)),
      Field("parity", \.parity, .word),
      Field("stop", \.stop, .number(1...2)),
      Field("flow", \.flow, .word),
      Field("hang_up_on_close", \.hangsUpOnClose, .flag),
      Field("lines", \.lines, .word),
    ]
  }
}
