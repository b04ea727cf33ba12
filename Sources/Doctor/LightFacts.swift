import Devices
internal import Glibc
import Scanning
import Settings
import Signals
package import Station

/// One light, and whether it answers.
package struct LightFacts: Sendable {
  package enum Outcome: Sendable {
    /// The port opened; `isProven`: the light itself answered a question that only it knows.
    case opened(isProven: Bool)
    case heldByAgent
    /// We may not open it, or cannot tell who has it; root could.
    case hidden
    case failed(LightError)
    /// The profile cannot be had.
    case noProfile(String)
    case overdue
  }

  /// `adafruit-tower on /dev/scangate/light-1`
  package var title: String
  package var outcome: Outcome
  /// Of its port; nil: that is not plugged in.
  package var rights: NodeRights?

  package init(title: String, outcome: Outcome, rights: NodeRights? = nil) {
    self.title = title
    self.outcome = outcome
    self.rights = rights
  }

  package var check: Check {
    let title = title.escaped()
    if let obstacle = rights?.obstacle {
      return .trouble(
        "light", "\(title): its port \(obstacle)",
        next: "give it its line in /etc/udev/rules.d, as the head of 70-scangate-indicators.rules says")
    }
    return switch outcome {
    case .opened(isProven: true): .ok("light", "\(title): answers")
    case .opened(isProven: false): .ok("light", "\(title): its port opens; `scangate indicator test` shows its colours")
    case .heldByAgent: .ok("light", "\(title): held by the agent")
    case .hidden: .skipped("light", "\(title): not ours to open", next: "sudo scangate doctor")
    case .failed(let error): .trouble("light", "\(title): \(error)", next: "scangate indicator test")
    case .noProfile(let text): .trouble("light", "\(title): \(text)", next: "scangate indicator list")
    case .overdue: .trouble("light", "\(title): does not take what it is sent", next: "scangate indicator test")
    }
  }
}

extension LightFacts {
  /// How long opening and asking may take.
  private static let patience = Duration.seconds(4)

  /// Opens a light that nobody holds, asks it, and leaves it in its safe state.
  static func found(_ settings: IndicatorSettings, lane: String?, data: DataDirectories) async -> LightFacts {
    let title = "\(settings.profile) on \(settings.port)"
    let plan: LightPlan
    do {
      plan = LightPlan(
        settings, lane: lane, profile: try Profile(at: Profile.path(named: settings.profile, in: data)))
    } catch {
      return LightFacts(title: title, outcome: .noProfile("\(error)"))
    }
    let nodes = settings.port.devnodes
    let rights = nodes.first.flatMap { NodeRights(of: $0, isWritten: true) }
    let isHeld = nodes.contains { NodeHolder.all(of: $0).contains(where: \.isAgent) }
    return LightFacts(title: title, outcome: isHeld ? .heldByAgent : await outcome(of: plan), rights: rights)
  }

  private static func outcome(of plan: LightPlan) async -> Outcome {
    let (reports, post) = AsyncStream.makeStream(of: Outcome.self)
    let light: Light
    do throws(DeviceError) {
      light = try Light(plan)
      try light.start { post.yield(Outcome($0, isProven: plan.profile.probe != nil)) }
    } catch {
      return .failed(.device(error))
    }
    let timer = Task {
      try await Task.sleep(for: patience)
      post.yield(.overdue)
    }
    defer { timer.cancel() }
    let outcome = await reports.first { _ in true }
    await offThread { Light.stop([light]) }
    return outcome ?? .overdue
  }
}

extension LightFacts.Outcome {
  fileprivate init(_ error: LightError?, isProven: Bool) {
    switch error {
    case nil: self = .opened(isProven: isProven)
    case .device(let error) where geteuid() != 0 && [EACCES, EPERM, EBUSY].contains(error.code): self = .hidden
    case .some(let error): self = .failed(error)
    }
  }
}

extension IndicatorPort {
  /// The nodes that may be meant.
  var devnodes: [String] {
    switch self {
    case .path(let path): [path]
    case .usb(let adapter): ((try? UdevContext().serialNodes()) ?? []).filter(adapter.fits).map(\.devnode)
    }
  }
}
