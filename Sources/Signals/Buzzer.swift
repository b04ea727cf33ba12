/// A light's buzzer. It has no sound that lasts: a verdict is one, two or three beeps.
package struct Buzzer: Hashable, Sendable {
  package var on: [Write]
  package var off: [Write]
  /// How long a beep lasts, and the silence behind it.
  package var beep = Duration.milliseconds(150)

  package init(on: [Write], off: [Write]) {
    self.on = on
    self.off = off
  }
}
