/// How long to wait before the next try: half a second, doubled each time up to fifteen.
package struct Backoff: Hashable, Sendable {
  private var delay = Duration.milliseconds(500)

  package init() {}

  package mutating func next() -> Duration {
    defer { delay = min(delay * 2, .seconds(15)) }
    return delay
  }
}
