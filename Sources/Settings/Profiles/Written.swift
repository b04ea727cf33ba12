/// What a profile says is written to the light, as it stands in the file; how it is to be read stands elsewhere there.
struct Written {
  let text: String
  let reader: NodeReader
}

extension Form<Written> {
  static var written: Form {
    Form(
      read: { reader in reader.text("what is written").map { Written(text: $0, reader: reader) } },
      show: { .scalar($0.text) })
  }
}
