import Signals

/// The `lamps:` of a profile: the number of each, and how one is switched.
struct LampWrites: Section {
  private var numbers: [Lamps.Color: Int] = [:]
  private var buzzer: Int?
  private var on: Written?
  private var off: Written?
  private var flash: Written?

  private subscript(color: Lamps.Color) -> Int? {
    get { numbers[color] }
    set { numbers[color] = newValue }
  }

  static var fields: [Field<LampWrites>] {
    let number = Form<Int>.number(0...65535)
    // Without green there would be no telling a PASS from a light that is dead.
    return Lamps.Color.allCases.map { Field($0.rawValue, \.[$0], number, isRequired: $0 == .green) } + [
      Field("buzzer", \.buzzer, number),
      Field("on", \.on, .written, isRequired: true),
      Field("off", \.off, .written, isRequired: true),
      Field("flash", \.flash, .written),
    ]
  }

  /// nil: it is told why.
  func lamps(_ notation: Notation) -> Lamps? {
    var lamps: [Lamps.Color: Lamps.Lamp] = [:]
    for (color, number) in numbers.sorted(by: { $0.value < $1.value }) {
      guard let lamp = lamp(number, notation) else { return nil }
      lamps[color] = lamp
    }
    var writes = lamps.values.flatMap(\.writes)
    if let buzzer {
      guard let lamp = lamp(buzzer, notation) else { return nil }
      writes += lamp.writes
    }
    if let on, Set(writes).count < writes.count {
      on.reader.report("does not tell one lamp from another, on from off: expected a number for each, {lamp} for it")
    }
    return Lamps(lamps)
  }

  func buzzer(_ notation: Notation) -> Buzzer? {
    guard let buzzer, let lamp = lamp(buzzer, notation) else { return nil }
    return Buzzer(on: [lamp.on], off: [lamp.off])
  }

  private func lamp(_ number: Int, _ notation: Notation) -> Lamps.Lamp? {
    guard let on = on.flatMap({ notation.write($0, lamp: number) }),
      let off = off.flatMap({ notation.write($0, lamp: number) })
    else { return nil }
    guard let flash else { return Lamps.Lamp(on: on, off: off) }
    return notation.write(flash, lamp: number).map { Lamps.Lamp(on: on, off: off, flash: $0) }
  }
}

extension Lamps.Lamp {
  fileprivate var writes: [Write] { [on, off] + (flash.map { [$0] } ?? []) }
}
