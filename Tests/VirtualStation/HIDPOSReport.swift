/// The reports of `USBInterface.hidPOS`: 62 bytes of number, count, AIM identifier, code, and whether more follows.
enum HIDPOSReport {
  private static let capacity = 56

  /// A code, in as many reports as it takes.
  static func reports(of text: String, aim: String) -> [[UInt8]] {
    var rest = Array(text.utf8)[...]
    var reports: [[UInt8]] = []
    repeat {
      let piece = rest.prefix(capacity)
      rest = rest.dropFirst(capacity)
      let filling = [UInt8](repeating: 0, count: capacity - piece.count)
      reports.append([2, UInt8(piece.count)] + Array(aim.utf8) + piece + filling + [rest.isEmpty ? 0 : 1])
    } while !rest.isEmpty
    return reports
  }
}
