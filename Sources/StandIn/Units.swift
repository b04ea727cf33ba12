import FoundationEssentials
import Glibc

/// The units that a stand-in knows, found by serial number as TofuPilot finds them: ASCII case ignored.
package struct Units: Sendable {
  package let records: [UnitRecord]
  private let bySerialNumber: [FoldedText: UnitRecord]

  /// Reads a units file: a JSON array of units in the API's own shape.
  package init(file path: String) throws(StandInError) {
    let text: String
    do {
      text = try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      let cause = (error as? CocoaError)?.underlying as? POSIXError
      let reason = cause.map { String(cString: strerror($0.code.rawValue)) }
      throw .unreadable(file: path, reason: reason ?? "no UTF-8 text")
    }
    try self.init(json: text, file: path)
  }

  /// Takes the text of a units file; `path` names it in errors.
  package init(json text: String, file path: String) throws(StandInError) {
    guard let json = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) else {
      throw .notJSON(file: path)
    }
    guard case .array(let elements) = json else {
      throw .notAnArray(file: path, found: json)
    }
    var records: [UnitRecord] = []
    var indices: [FoldedText: Int] = [:]
    for (index, element) in elements.enumerated() {
      let record: UnitRecord
      do {
        record = try UnitRecord(element)
      } catch {
        throw .wrongUnit(file: path, index: index, error)
      }
      if let first = indices.updateValue(index, forKey: FoldedText(record.serialNumber)) {
        throw .doubledSerialNumber(file: path, index: index, first: first, record.serialNumber)
      }
      records.append(record)
    }
    self.records = records
    bySerialNumber = indices.mapValues { records[$0] }
  }

  /// The unit of this serial number.
  package subscript(serialNumber: String) -> UnitRecord? {
    bySerialNumber[FoldedText(serialNumber)]
  }
}
