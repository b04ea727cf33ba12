import Devices
import Glibc
import Signals
import Station
import Synchronization
import UnixSignals

/// A light that is driven by hand: opened into its safe state, shown what is to be seen, and made safe again, also when
/// a signal ends the program.
final class TriedLight: Sendable {
  private let light: Light
  private let outcomes: AsyncStream<LightError?>
  private let latest: Latest

  private final class Latest: Sendable {
    let error = Mutex<LightError?>(nil)
  }

  init(_ plan: LightPlan) async throws(Problem) {
    // Trapped before there is anything to leave behind.
    let trapped = await UnixSignalsSequence(trapping: .sigint, .sigterm, .sighup)
    let (outcomes, post) = AsyncStream.makeStream(of: LightError?.self)
    let latest = Latest()
    self.outcomes = outcomes
    self.latest = latest
    do throws(DeviceError) {
      light = try Light(plan)
      try light.start { error in
        latest.error.withLock { $0 = error }
        post.yield(error)
      }
    } catch {
      throw .failure("\(error)")
    }
    Task { [light] in
      for await _ in trapped {
        Light.stop([light])
        exit(1)
      }
    }
  }

  /// Why it could not be opened; nil: it is open, in its safe state.
  var outcome: LightError? {
    get async {
      for await outcome in outcomes { return outcome }
      return nil
    }
  }

  /// Why it is lost now; nil: it is not.
  var error: LightError? { latest.error.withLock(\.self) }

  func show(_ message: Message) {
    light.show(message)
  }

  func stop() {
    Light.stop([light])
  }
}
