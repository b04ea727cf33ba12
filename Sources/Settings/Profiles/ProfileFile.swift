import Signals

/// A file of `config/indicators` as it is written.
struct ProfileFile {
  var light = ""
  var notation: Notation?
  var port = PortSettings()
  var settle: Duration?
  var banner: Written?
  var open: [Written] = []
  var close: [Written] = []
  var probe: ProbeWrites?
  var acknowledgement: AcknowledgementWrites?
  var gap: Duration?
  var refresh: Duration?
  var flashing = Flashing()
  var buzzer: BuzzerWrites?
  var lamps: LampWrites?
  var signals: SignalWrites?
}

extension ProfileFile: Section {
  static var fields: [Field<ProfileFile>] {
    [
      Field("light", \.light, .words("what the light is"), isRequired: true),
      Field("written_as", \.notation, .word, isRequired: true),
      Field("serial", \.port),
      Field("settle", \.settle, .time(.zero ... .seconds(10))),
      Field("banner", \.banner, .written),
      Field("open", \.open, .list(of: .written)),
      Field("close", \.close, .list(of: .written)),
      Field("probe", \.probe, .section(from: ProbeWrites())),
      Field("ack", \.acknowledgement, .section(from: AcknowledgementWrites())),
      Field("gap", \.gap, .time(.zero ... .seconds(1))),
      Field("refresh", \.refresh, .time(.milliseconds(500) ... .seconds(60))),
      Field("flash", \.flashing),
      Field("buzzer", \.buzzer, .section(from: BuzzerWrites())),
      Field("lamps", \.lamps, .section(from: LampWrites())),
      Field("signals", \.signals, .section(from: SignalWrites())),
    ]
  }

  func check(_ reader: NodeReader) {
    switch (reader.has("lamps"), reader.has("signals")) {
    case (true, true): reader.report(key: "lamps", "found lamps and signals, expected one of them")
    case (false, false):
      reader.report(key: "signals", "missing; expected signals, or lamps that are switched one by one")
    case (true, false), (false, true): break
    }
    if banner != nil, settle == nil {
      reader.report(key: "settle", "missing; expected how long to wait for the banner")
    }
  }
}
