/// The line in place of those that a reader did not take in time.
package enum LossNotice {
  package static func text(_ count: Int) -> String {
    "\(count) lines lost: nobody read them in time"
  }

  package static func json(_ count: Int) -> String {
    var line = JSONLine()
    line.add("type", "error")
    line.add("message", text(count))
    return line.closed
  }
}
