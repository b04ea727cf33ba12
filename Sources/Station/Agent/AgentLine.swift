import FoundationEssentials

extension Decodable {
  /// One line of the socket; nil: it is none of these.
  init?(line: some Sequence<UInt8>) {
    guard let value = try? JSONDecoder().decode(Self.self, from: Data(line)) else { return nil }
    self = value
  }
}

extension Encodable {
  /// One line of the socket, closed; a value that is no JSON is an empty object, which nobody takes for anything.
  var line: [UInt8] {
    Array((try? JSONEncoder().encode(self)) ?? Data("{}".utf8)) + [0x0A]
  }
}
