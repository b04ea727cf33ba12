import Devices
import Scanning
import UnixSignals

/// The bench at which a command waits for scans: what the devices say, the time that passes, and Ctrl-C.
final class Bench {
  enum Occurrence: Sendable {
    case heard(ScannerDevice, DeviceListener.Heard)
    /// A tenth of a second has passed.
    case tick
    case interrupted
  }

  private let tell: AsyncStream<Occurrence>.Continuation
  private var occurrences: AsyncStream<Occurrence>.Iterator
  private var listener: DeviceListener?
  private let clock: Task<Void, any Error>
  private let signals: Task<Void, Never>

  init() async {
    let trapped = await UnixSignalsSequence(trapping: .sigint, .sigterm, .sighup)
    let (stream, tell) = AsyncStream.makeStream(of: Occurrence.self)
    self.tell = tell
    occurrences = stream.makeAsyncIterator()
    clock = Task {
      while true {
        try await Task.sleep(for: .milliseconds(100))
        tell.yield(.tick)
      }
    }
    signals = Task {
      for await _ in trapped { tell.yield(.interrupted) }
    }
  }

  deinit {
    clock.cancel()
    signals.cancel()
  }

  /// Listens to these devices and to no others, and gives those that can be listened to.
  func listen(to devices: [ScannerDevice], grab: Bool = false) async throws(DeviceError) -> [ScannerDevice] {
    listener?.stop()
    listener = try DeviceListener(to: devices, grab: grab) { [tell] device, heard in
      tell.yield(.heard(device, heard))
    }
    var heard: [ScannerDevice] = []
    var told = 0
    while told < devices.count, let occurrence = await occurrences.next() {
      switch occurrence {
      case .heard(let device, .listening):
        heard.append(device)
        told += 1
      case .heard(let device, .lost(let error)) where !heard.contains(device):
        standardError("\(error)")
        told += 1
      case .heard, .tick, .interrupted: continue
      }
    }
    return heard
  }

  /// Nil: Ctrl-C was pressed, or the time is up; without a `deadline` it never is.
  func next(until deadline: EventTime? = nil) async -> Occurrence? {
    guard let occurrence = await occurrences.next() else { return nil }
    if let deadline, .now() >= deadline { return nil }
    if case .interrupted = occurrence { return nil }
    return occurrence
  }

  /// Gives every device back.
  func close() {
    listener?.stop()
    listener = nil
  }
}
