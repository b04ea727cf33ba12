/// A bar code whose scan shows how the scanner is set up: no two of the layouts that scanners offer type it alike.
package struct CheckCode: Hashable, Sendable {
  /// The name of its files in `config/check-code`.
  package let name: String
  package let text: String

  /// For imagers, a QR code: the letters that layouts swap, digits, signs of serial numbers, and a GS.
  package static let matrix = CheckCode(name: "qr", text: "SG-QWYZAMqwyzam_.:+/@#\"'()[]$%\u{1D}0123456789")

  /// For laser scanners, a Code 128: as much of it as a terminal's 80 columns hold.
  package static let linear = CheckCode(name: "code128", text: "zQM-7/\"@#")

  package static let all = [matrix, linear]
}
