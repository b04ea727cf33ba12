import Scanning

/// Why a text is no template.
package enum TemplateError: Error, Hashable {
  case empty
  case noPair(String)
  case notASCII(String)
  case unknownEscape(String)
  case brace
  case unknown(String, known: [String])
  case badWidth(String)
  case tooWide(lamp: Int, width: Int)
}

extension TemplateError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .empty: "found nothing, expected at least one byte"
    case .noPair(let word):
      "found \(word.quoted), expected bytes as two hexadecimal digits with spaces between: A0 01, or 00*27 for many"
    case .notASCII(let character): "found \(character.quoted), expected ASCII; write any other byte as \\xNN"
    case .unknownEscape(let letter):
      #"found \#("\\" + letter.escaped(limit: 10)), expected one of \xNN \r \n \t \0 \\"#
    case .brace: #"found a brace alone, expected a name in braces; write the character as \x7B or \x7D"#
    case .unknown(let name, let known):
      "found \("{\(name)}".quoted), expected one of \(known.map { "{\($0)}" }.joined(separator: " "))"
    case .badWidth(let place):
      "found \("{\(place)}".quoted), expected a width from 1 to 80: {serial:20}, or {serial:>20} to keep its end"
    case .tooWide(let lamp, let width):
      "lamp \(lamp) does not fit in \(width) of the 1 or 2 bytes it can have: write {lamp:2} for a number up to 65535"
    }
  }
}
