package import Scanning

/// A barcode scanner behind one descriptor, as the reading thread polls it.
///
/// It belongs to the thread that made it; what it reads goes out through a closure that must not wait.
package protocol Scanner: AnyObject {
  /// What `poll` waits on.
  var number: CInt { get }

  /// When `expire` is due; nil: never.
  var deadline: EventTime? { get }

  /// Is set up for another assignment, in force with the next `take`. False: it has to be opened anew for that.
  func adopt(_ assignment: Assignment) -> Bool

  /// Makes the scanner ours, if it is not yet, and forgets what it said before. False: a key is down; ask again soon.
  func take() throws(DeviceError) -> Bool

  /// Reads what is there, once. Throws when the scanner is gone.
  func read(_ tell: (ScannerEvent) -> Void) throws(DeviceError)

  /// Ends what a pause or a quiet gap has ended.
  func expire(at time: EventTime, _ tell: (ScannerEvent) -> Void)

  /// Ends what is still open: nothing more will come.
  func end(at time: EventTime, _ tell: (ScannerEvent) -> Void)
}
