import Glibc

/// scangate with a light that is read, one that is dead, and one that is not there: a verdict must wait for none of them.
struct LightComparison {
  let scangate: String
  /// Where the journals are.
  let state: String
  let environment: [String]

  func run(rounds: Int) throws {
    let (healthy, dead) = (try Port(isRead: true), try Port(isRead: false))
    let lights = [
      ("absent ", "adafruit-tower", "/dev/scangate-no-light"),
      ("healthy", "adafruit-tower", healthy.path),
      // It takes every byte and never acknowledges one.
      ("dead   ", "patlite-ascii", dead.path),
    ]
    try VariantComparison(
      title: "scan → verdict beside a light", scangate: scangate, environment: environment,
      variants: lights.enumerated().map { index, light in
        VariantComparison.Variant(
          name: light.0,
          configuration: """
            journal: {path: \(state)/light-\(index).db}
            indicators: [{lane: stdin, profile: \(light.1), port: \(light.2)}]
            """)
      }
    ).run(rounds: rounds)
  }
}

/// A serial port that is a pty; its device reads all, or nothing.
private struct Port {
  let path: String

  init(isRead: Bool) throws {
    var (device, port): (Int32, Int32) = (-1, -1)
    var path = [CChar](repeating: 0, count: 64)
    guard openpty(&device, &port, &path, nil, nil) == 0 else { throw Trouble("no pty") }
    self.path = String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard isRead else { return }
    var thread = pthread_t()
    let number = UnsafeMutableRawPointer(bitPattern: Int(device))
    pthread_create(
      &thread, nil,
      { number in
        var buffer = [UInt8](repeating: 0, count: 4096)
        while read(Int32(Int(bitPattern: number)), &buffer, buffer.count) > 0 {}
        return nil
      }, number)
    pthread_detach(thread)
  }
}
