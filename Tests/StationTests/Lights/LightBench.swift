import Devices
import Foundation
import Settings
import Signals
import Testing

@testable import Station

/// A light at work on ports that the test plugs in under one name, and all that is told of it.
final class LightBench {
  let light: Light
  private let link: URL
  private var outcomes: AsyncStream<LightError?>.Iterator
  private var isStopped = false

  init(
    _ profile: Profile, lane: String? = "1", passTime: Duration = .seconds(3), isBuzzing: Bool = false,
    on device: FakeLight? = nil
  ) throws {
    link = FileManager.default.temporaryDirectory.appending(path: "light-\(UUID().uuidString)")
    var settings = IndicatorSettings(lane: lane, profile: "bench", port: .path(link.path))
    settings.passTime = passTime
    settings.buzzer = isBuzzing
    light = try Light(LightPlan(settings, lane: lane, profile: profile))
    let (stream, post) = AsyncStream.makeStream(of: LightError?.self)
    outcomes = stream.makeAsyncIterator()
    if let device { try plug(device) }
    try light.start { post.yield($0) }
  }

  deinit {
    stop()
    try? FileManager.default.removeItem(at: link)
  }

  /// From now on the name leads to this device.
  func plug(_ device: FakeLight) throws {
    let next = link.appendingPathExtension("next")
    try FileManager.default.createSymbolicLink(atPath: next.path, withDestinationPath: device.path)
    try #require(rename(next.path, link.path) == 0)
  }

  /// What is told next.
  func report() async throws -> LightError? {
    try #require(await outcomes.next())
  }

  func show(_ signal: Signal) {
    light.show(Message(signal, serial: "SN-1", lane: "1"))
  }

  func stop() {
    if !isStopped { Light.stop([light]) }
    isStopped = true
  }
}

extension Profile {
  /// One that writes a text for each signal.
  static func writing(_ text: (Signal) -> String) throws -> Profile {
    var templates: [Signal: Template] = [:]
    for signal in Signal.allCases { templates[signal] = try Template(text: text(signal)) }
    return Profile(light: "bench") { Picture(on: [templates[$0]].compactMap(\.self).map(Write.bytes)) }
  }

  /// One letter a signal: what a test can read at a glance.
  static var letters: Profile {
    get throws {
      let letters: [Signal: String] = [
        .ready: "r", .reading: "k", .checking: "c", .pass: "P", .fail: "F", .noVerdict: "N", .hold: "h",
        .scannerLost: "l", .stopping: "s",
      ]
      return try writing { letters[$0] ?? "" }
    }
  }
}

extension LightError {
  /// What is wrong, in a word.
  var word: String {
    switch self {
    case .notPluggedIn: "not plugged in"
    case .ambiguous: "ambiguous"
    case .device(let error): "\(error.operation) \(error.code)"
    case .silent: "silent"
    case .refused: "refused"
    case .severalLanes: "several lanes"
    case .noLane: "no lane"
    case .standIn: "stand-in"
    }
  }
}

extension LightError {
  var isDevice: Bool {
    if case .device = self { true } else { false }
  }
}

/// Checks that the light gets this text next.
func expect(_ light: FakeLight, reads text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  #expect(
    String(decoding: try light.read(text.utf8.count), as: UTF8.self) == text, sourceLocation: sourceLocation)
}
