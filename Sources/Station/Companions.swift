/// Those that a station works with: who is told what it does, what records it, who watches over it, who borrows from it.
package struct Companions: Sendable {
  package var outputs: [any Output]
  /// Has the journal keep what is decided; nil: nothing is recorded.
  package var recorder: Recorder?
  /// nil: no service manager watches.
  package var heartbeat: Heartbeat?
  /// Lends the devices to other programs while the station runs; nil: nobody does.
  package var desk: LendingDesk?

  package init(
    outputs: [any Output], recorder: Recorder? = nil, heartbeat: Heartbeat? = nil, desk: LendingDesk? = nil
  ) {
    self.outputs = outputs
    self.recorder = recorder
    self.heartbeat = heartbeat
    self.desk = desk
  }
}
