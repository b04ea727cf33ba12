import Settings
import Station

/// Puts in force what a person has saved, all of it or nothing: when SIGHUP asks for it, and, where the configuration
/// wants that, as soon as one of its files changes. A station without a setup looks for one every few seconds, too.
struct Reloads {
  enum Trigger: Hashable, Sendable {
    /// SIGHUP came: there is an answer in any case.
    case asked
    /// A file may have changed.
    case saved
  }

  private static let searchPause = Duration.seconds(5)

  private let station: Station
  private let show: (LoadedConfiguration) -> Void
  private let start: LoadedConfiguration
  private var source: SetupSource
  private var inForce: StationSetup
  /// What was told last of a setup that cannot be put in force, and of values that wait for a restart.
  private var refusal: String?
  private var postponed: [String] = []
  private let triggers: AsyncStream<Trigger>
  private let post: AsyncStream<Trigger>.Continuation

  /// - Parameters:
  ///   - setup: the one in force, which `source` has read.
  ///   - show: tells the screen of another configuration.
  init(
    of station: Station, in setup: StationSetup, from source: SetupSource, show: @escaping (LoadedConfiguration) -> Void
  ) {
    self.station = station
    self.show = show
    self.source = source
    start = setup.loaded
    inForce = setup
    (triggers, post) = AsyncStream.makeStream(of: Trigger.self)
  }

  /// Reads the setup again, and answers.
  var ask: @Sendable () -> Void { { [post] in post.yield(.asked) } }

  /// Runs until it is cancelled.
  mutating func run() async {
    // Without it, SIGHUP still does.
    let watch = try? FileWatch { [post] in post.yield(.saved) }
    var search: Task<Void, Never>?
    defer { search?.cancel() }
    // What was saved since the start is not missed.
    post.yield(.saved)
    for await trigger in triggers {
      search?.cancel()
      repeat { read(trigger) } while watch?.follow(isWatching ? source.files : []) == true
      if isSearching { search = Task { [post] in await Self.pause(then: { post.yield(.saved) }) } }
    }
  }

  private var isSearching: Bool {
    if case .none = inForce.access { true } else { false }
  }

  private var isWatching: Bool { inForce.loaded.configuration.watchesFile || isSearching }

  private mutating func read(_ trigger: Trigger) {
    do throws(Problem) {
      accept(try source.read(), isAsked: trigger == .asked)
    } catch {
      refuse(error, isAsked: trigger == .asked)
    }
  }

  private mutating func accept(_ read: StationSetup, isAsked: Bool) {
    var setup = read
    setup.loaded = read.loaded.settled(by: start)
    var changes = setup.loaded.changes(since: inForce.loaded) + source.hiddenChanges
    // A profile is no part of the configuration, nor is the key that was waited for.
    if changes.isEmpty, setup.lights != inForce.lights { changes = ["indicators"] }
    if changes.isEmpty, isSearching { changes = ["key"] }
    let postponed = read.loaded.changes(since: setup.loaded)
    let isNews = isAsked || isSearching || refusal != nil || !changes.isEmpty || postponed != self.postponed
    (inForce, refusal, self.postponed) = (setup, nil, postponed)
    guard isNews else { return }
    show(setup.loaded)
    station.reload(Reload(setup, changes: changes, postponed: postponed))
  }

  private mutating func refuse(_ problem: Problem, isAsked: Bool) {
    let why = problem.inOneLine
    guard isAsked || why != refusal else { return }
    refusal = why
    if !isSearching {
      station.refuse("\(why). The rules before stay in force")
    } else if let setup = source.fallback(for: problem) {
      inForce = setup
      station.reload(Reload(setup, changes: []))
    }
  }

  private static func pause(then act: @Sendable () -> Void) async {
    try? await Task.sleep(for: searchPause)
    if !Task.isCancelled { act() }
  }
}
