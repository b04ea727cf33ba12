/// What is written for one signal, in this order; with `off`, it flashes.
struct PictureWrites: Section {
  var on: [Written] = []
  var off: [Written] = []

  static var fields: [Field<PictureWrites>] {
    [
      Field("on", \.on, .someList(of: .written), isRequired: true),
      Field("off", \.off, .someList(of: .written), isRequired: true),
    ]
  }
}

extension Form<PictureWrites> {
  /// What is written for a steady signal stands there alone.
  static var picture: Form {
    let steady = Form<[Written]>.someList(of: .written)
    let flashing = Form.section(from: PictureWrites())
    return Form(
      read: { reader in
        if case .mapping = reader.node.content { return flashing.read(reader) }
        return steady.read(reader).map { PictureWrites(on: $0) }
      },
      show: { $0.off.isEmpty ? steady.show($0.on) : flashing.show($0) })
  }
}
