/// What a lane shows, in the parts that a field is laid out from.
struct Picture: Hashable, Sendable {
  /// nil: nothing stands there.
  var word: String?
  var icon: Icon?
  var border = Border.none
  /// Of word and border.
  var style = Style()
  /// Filled altogether, the word cut out.
  var isFilled = false
  /// At most half as wide as the field, where that can be read: what is no verdict and no trouble stands back.
  var isModest = false
  var number: String?
  /// What was scanned, where it is no serial number.
  var scan: String?
  /// Part, revision and name.
  var part: String?
  /// Why: which run decided, and what else was found.
  var reasons: [String] = []
  /// The one thing to do.
  var imperative: String?
  /// What stands under it.
  var notes: [String] = []
}
