import Gating
import Scanning
import Settings

/// One thing that the recorder is asked to do.
enum RecordOrder: Sendable {
  /// Enters an open scan under its key, and says when its number was last shown as PASS here.
  case enter(OpenQuestion, passed: @Sendable (UTCTime) -> Void)
  /// Commits a verdict, closes its open scan, and tells the outcome.
  case record(RecordedVerdict, @Sendable (RecordingOutcome) -> Void)
  /// Writes a verdict that was told already.
  case keep(RecordedVerdict)
  case note(StationNote, at: UTCTime)
  /// Works by this configuration from now on, and keeps its text.
  case adopt(JournalSettings, hash: String, text: String)

  /// A question that is under way.
  struct OpenQuestion: Sendable {
    var key: String
    var serialNumber: SerialNumber
    /// What is recorded of it if nothing else ever is.
    var verdict: RecordedVerdict
  }

  /// A verdict with what is recorded beside it.
  struct RecordedVerdict: Sendable {
    var record: VerdictRecord
    /// The key of the open scan that ends with it.
    var closing: String?
    var equipment: LaneEquipment
  }
}
