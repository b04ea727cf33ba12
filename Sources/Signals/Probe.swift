/// A question that only the right device answers rightly, asked when the port has been opened.
package struct Probe: Hashable, Sendable {
  package var bytes: [UInt8]
  package var reply: Acknowledgement

  package init(_ bytes: [UInt8], reply: Acknowledgement) {
    self.bytes = bytes
    self.reply = reply
  }
}
