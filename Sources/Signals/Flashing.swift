/// How fast a light flashes that does not do it by itself.
package struct Flashing: Hashable, Sendable {
  /// 600 ms are 1.7 flashes a second: seen at once, and not mistaken for a flicker.
  package var period = Duration.milliseconds(600)
  /// How much of the period it is lit, in percent.
  package var duty = 50

  package init() {}

  var lit: Duration { period * duty / 100 }
  var dark: Duration { period - lit }
}
