/// One thing that is done to a light: bytes written in one go, or its lines set.
package enum Write: Hashable, Sendable {
  case bytes(Template)
  case lines(Lines)
}
