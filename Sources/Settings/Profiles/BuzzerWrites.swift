import Signals

/// The `buzzer:` of a profile.
struct BuzzerWrites: Section {
  private var on: [Written] = []
  private var off: [Written] = []
  private var beep: Duration?

  static var fields: [Field<BuzzerWrites>] {
    [
      Field("on", \.on, .someList(of: .written), isRequired: true),
      Field("off", \.off, .someList(of: .written), isRequired: true),
      // Long enough to be heard; three of the longest are over in six seconds.
      Field("beep", \.beep, .time(.milliseconds(50) ... .seconds(1))),
    ]
  }

  func buzzer(_ notation: Notation) -> Buzzer {
    var buzzer = Buzzer(on: on.compactMap { notation.write($0) }, off: off.compactMap { notation.write($0) })
    buzzer.beep = beep ?? buzzer.beep
    return buzzer
  }
}
