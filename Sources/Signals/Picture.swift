/// What a light is sent to show a signal. It says everything: no lamp is left to what was shown before.
package struct Picture: Hashable, Sendable {
  package var on: [Write]
  /// The dark half of flashing; empty where the light is steady or flashes by itself.
  package var off: [Write]

  package init(on: [Write], off: [Write] = []) {
    self.on = on
    self.off = off
  }

  var isFlashing: Bool { !off.isEmpty }
}
