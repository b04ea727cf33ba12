/// The levels of a serial port's two outputs that carry no data, where they are the lamp themselves.
package enum Lines: String, CaseIterable, Hashable, Sendable {
  case none, dtr, rts, both

  package var dtr: Bool { self == .dtr || self == .both }
  package var rts: Bool { self == .rts || self == .both }
}
