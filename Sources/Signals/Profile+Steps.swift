/// Writes as steps.
extension Profile {
  func steps(_ writes: [Write], for message: Message) -> [Step] {
    writes.flatMap { write in
      let step: Step =
        switch write {
        case .bytes(let template): .send(template.bytes(for: message, without: reserved), acknowledgement)
        case .lines(let lines): .lines(lines)
        }
      return gap > .zero ? [step, .gap(gap)] : [step]
    }
  }

  /// Nothing lit, nothing released, no sound.
  var safeState: [Step] {
    let stopping = Message(.stopping)
    return steps(picture(for: .stopping).on, for: stopping) + steps(buzzer?.off ?? [], for: stopping)
  }
}
