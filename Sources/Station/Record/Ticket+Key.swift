import Scanning

extension Ticket {
  /// Names its open scan among those of all lanes and of earlier starts.
  func key(on lane: String) -> String {
    "\(lane) \(id.number) \(scan.ended.nanoseconds)"
  }
}
