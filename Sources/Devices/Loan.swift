/// Scanners that the reading thread leaves to another program for a while.
package struct Loan: Sendable {
  /// The lane whose scanner it is; nil: every scanner.
  package var lane: String?
  /// Who has them, for people: `scangate identify (pid 123)`.
  package var borrower: String
  /// Is told when all of them are closed, on a thread that it must not keep.
  package var begun: @Sendable () -> Void

  package init(of lane: String? = nil, to borrower: String, begun: @escaping @Sendable () -> Void) {
    self.lane = lane
    self.borrower = borrower
    self.begun = begun
  }

  /// Whether the scanners of this lane are lent.
  func covers(_ lane: String) -> Bool {
    self.lane == nil || self.lane == lane
  }
}
