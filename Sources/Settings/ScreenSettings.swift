/// `screen:` what this station's monitor shows.
package struct ScreenSettings: Hashable, Sendable {
  package var lanes = LaneSelection.all
  /// Rings the terminal's bell with each verdict.
  package var bell = false
  /// How long PASS fills its field before READY.
  package var passTime = Duration.seconds(3)

  package init() {}
}

extension ScreenSettings: Section {
  static var fields: [Field<ScreenSettings>] {
    [
      Field("lanes", \.lanes, .lanes),
      Field("bell", \.bell, .flag),
      Field("pass_time", \.passTime, .passTime),
    ]
  }
}

/// Which lanes are meant.
package enum LaneSelection: Hashable, Sendable {
  case all
  case only([String])
}

extension Form<LaneSelection> {
  static var lanes: Form {
    let names = Form<[String]>.list(of: .words("a lane's name"))
    return Form(
      read: { reader in
        if case .scalar("all") = reader.node.content { return .all }
        guard let lanes = names.read(reader), !lanes.isEmpty else { return reader.refuse("all, or a list of lanes") }
        return .only(lanes)
      },
      show: { selection in
        switch selection {
        case .all: .scalar("all")
        case .only(let lanes): names.show(lanes)
        }
      })
  }
}
