import Signals

extension Flashing: Section {
  static var fields: [Field<Flashing>] {
    [
      Field("period", \.period, .time(.milliseconds(200) ... .seconds(5))),
      Field("duty", \.duty, .number(10...90)),
    ]
  }
}
