import Devices
import Scanning
import Testing

/// What a reading thread tells, for a test to await.
struct Told {
  let report: @Sendable (DeviceEvent) -> Void
  private var events: AsyncStream<DeviceEvent>.Iterator

  init() {
    let (stream, continuation) = AsyncStream.makeStream(of: DeviceEvent.self)
    report = { continuation.yield($0) }
    events = stream.makeAsyncIterator()
  }

  mutating func next() async throws -> DeviceEvent {
    try #require(await events.next())
  }

  /// Everything up to and with the first event that fits.
  mutating func until(_ fits: (DeviceEvent) -> Bool) async throws -> [DeviceEvent] {
    var passed: [DeviceEvent] = []
    repeat {
      passed.append(try await next())
    } while !passed.suffix(1).allSatisfy(fits)
    return passed
  }

  mutating func enumerated() async throws {
    _ = try await until { $0 == .enumerated }
  }

  /// The next scan, whichever lane it is of.
  mutating func scan() async throws -> LaneScan {
    while true {
      if case .scanner(let lane, .scan(let scan)) = try await next() {
        return LaneScan(lane: lane, text: scan.text, fault: scan.fault)
      }
    }
  }
}

struct LaneScan: Hashable {
  var lane: String
  var text: String
  var fault: ScanFault?
}
