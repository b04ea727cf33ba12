/// What is done to a light for one message: steps, and then, until there is another message, a cycle of steps.
///
/// One that shows a message is given up for the next within its waits and before its writes, never within a gap or before
/// an acknowledgement: so no write comes late, and each picture says everything. One that opens or closes is carried out
/// whole.
package struct Transmission: Hashable, Sendable {
  package private(set) var steps: [Step] = []
  /// Flashing or refreshing; empty: all is said.
  package private(set) var cycle: [Step] = []

  /// Shows a message; `isBuzzing`: the site wants the buzzer.
  package init(_ message: Message, on profile: Profile, isBuzzing: Bool = false) {
    let picture = profile.picture(for: message.signal)
    let lit = profile.steps(picture.on, for: message)
    steps = lit
    if isBuzzing, let buzzer = profile.buzzer {
      let silence = profile.steps(buzzer.off, for: message) + [.wait(buzzer.beep)]
      let beep = profile.steps(buzzer.on, for: message) + [.wait(buzzer.beep)] + silence
      // The message before may have been given up within a beep.
      steps += silence + Array(repeating: beep, count: message.signal.beeps).joined()
    }
    if picture.isFlashing {
      steps.append(.wait(profile.flashing.lit))
      cycle = profile.steps(picture.off, for: message) + [.wait(profile.flashing.dark)]
      cycle += lit + [.wait(profile.flashing.lit)]
    } else if let refresh = profile.refresh {
      cycle = [.wait(refresh)] + lit
    }
  }

  /// When the port has been opened: whatever the light showed, it is in its safe state now, and it answers.
  package init(opening profile: Profile) {
    if profile.settle > .zero, !profile.port.hangsUpOnClose, profile.port.flow == .none {
      // Who left it lit left its lines up too: no reset puts it out, and it is not to stay lit until it has settled. One
      // that does start loses this; with flow control it would keep us waiting.
      steps = profile.safeState.map(\.unanswered)
    }
    if let banner = profile.banner {
      steps.append(.waitFor(banner, atMost: profile.settle))
    } else if profile.settle > .zero {
      steps.append(.wait(profile.settle))
    }
    steps += profile.steps(profile.open, for: Message(.stopping)) + profile.safeState
    if let probe = profile.probe { steps.append(.send(probe.bytes, probe.reply)) }
  }

  /// Before the port is closed, and after any failure that leaves it open.
  package init(closing profile: Profile) {
    steps = profile.safeState + profile.steps(profile.close, for: Message(.stopping))
  }
}
