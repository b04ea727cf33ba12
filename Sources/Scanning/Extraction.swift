/// How a lane gets from the text of a scan to a serial number.
///
///     text ─► prefix, suffix ─► trim ─► steps in their order ─► extract_pattern ─► check ─► serial number
///
/// Every stage takes the whole text before it or throws: nothing is cut out of a longer text by search, so that the
/// number asked for is the number on the label. Patterns take their time: this is no work for the reading thread.
package struct Extraction: Hashable, Sendable {
  /// What the scanner is set to send before each code; a text without it comes from elsewhere and is refused.
  package var prefix: String
  /// What the scanner is set to send behind each code.
  package var suffix: String
  /// Where the number is looked for inside a code; a text that is none of these goes on as it is.
  package var steps: [Step]
  /// Must fit the whole text; its group `serial` is the number.
  package var extractPattern: Pattern?
  /// TofuPilot's own check of a serial number: a search, so that `^` and `$` are up to the writer.
  package var pattern: Pattern?
  /// The fewest bytes of the number.
  package var minLength: Int?
  /// The most bytes of the number.
  package var maxLength: Int?
  package var alphabet: SerialNumber.Alphabet

  package init(
    prefix: String = "", suffix: String = "", steps: [Step] = Step.allCases, extractPattern: Pattern? = nil,
    pattern: Pattern? = nil, minLength: Int? = nil, maxLength: Int? = nil,
    alphabet: SerialNumber.Alphabet = .tofupilot
  ) {
    self.prefix = prefix
    self.suffix = suffix
    self.steps = steps
    self.extractPattern = extractPattern
    self.pattern = pattern
    self.minLength = minLength
    self.maxLength = maxLength
    self.alphabet = alphabet
  }

  /// A look into a code, by its name in the configuration.
  package enum Step: String, CaseIterable, Hashable, Sendable {
    /// Takes the AIM identifier off, and remembers it for `gs1`.
    case aim
    case gs1
    case iso15434
  }

  /// - Parameter symbology: the AIM identifier where the scanner sends it beside the text; one in the text goes first.
  package func serialNumber(
    in text: String, symbology: AIMIdentifier? = nil
  ) throws(ExtractionError) -> SerialNumber {
    var number = try trimmed(text)
    var symbology = symbology
    for step in steps {
      switch step {
      case .aim:
        guard let identifier = AIMIdentifier(beginning: number) else { continue }
        number = String(number.unicodeScalars.dropFirst(identifier.text.unicodeScalars.count))
        symbology = identifier
      case .gs1:
        number = try gs1Number(in: number, symbology: symbology) ?? number
      case .iso15434:
        number = try iso15434Number(in: number) ?? number
      }
    }
    if let extractPattern {
      number = try serialGroup(of: extractPattern, in: number)
    }
    return try checked(number)
  }

  private func trimmed(_ text: String) throws(ExtractionError) -> String {
    var bytes = text.utf8[...]
    guard bytes.starts(with: prefix.utf8) else { throw .noPrefix(prefix, text) }
    bytes.removeFirst(prefix.utf8.count)
    guard bytes.reversed().starts(with: suffix.utf8.reversed()) else { throw .noSuffix(suffix, text) }
    bytes.removeLast(suffix.utf8.count)

    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || 0x09...0x0D ~= $0 }
    bytes = bytes.drop(while: isSpace).trimmingSuffix(while: isSpace)
    guard !bytes.isEmpty else { throw .nothingLeft(text) }
    return String(Substring(bytes))
  }

  private func gs1Number(in text: String, symbology: AIMIdentifier?) throws(ExtractionError) -> String? {
    do throws(GS1Error) {
      return try GS1Code(text, symbology: symbology)?.serialNumber()
    } catch {
      throw .gs1(error)
    }
  }

  private func iso15434Number(in text: String) throws(ExtractionError) -> String? {
    do throws(ISO15434Error) {
      return try ISO15434Message(text)?.serialNumber()
    } catch {
      throw .iso15434(error)
    }
  }

  private func serialGroup(of pattern: Pattern, in text: String) throws(ExtractionError) -> String {
    switch pattern.wholeMatch(in: text) {
    case .match(let groups):
      guard let number = groups["serial"] else { throw .noSerialGroup(pattern.source, text) }
      return number
    case .none: throw .patternDoesNotFit(pattern.source, text)
    case .limitReached: throw .patternLimitReached(pattern.source, text)
    }
  }

  /// The cheap checks first: the pattern then never sees more bytes than the alphabet allows.
  private func checked(_ text: String) throws(ExtractionError) -> SerialNumber {
    let number: SerialNumber
    do throws(SerialNumberError) {
      number = try SerialNumber(text, alphabet: alphabet)
    } catch {
      throw .serialNumber(error)
    }
    let bytes = text.utf8.count
    if let minLength, bytes < minLength { throw .tooShort(text, minLength: minLength) }
    if let maxLength, bytes > maxLength { throw .tooLong(text, maxLength: maxLength) }
    guard let pattern else { return number }
    switch pattern.firstMatch(in: text) {
    case .match: return number
    case .none: throw .patternDoesNotFit(pattern.source, text)
    case .limitReached: throw .patternLimitReached(pattern.source, text)
    }
  }
}
