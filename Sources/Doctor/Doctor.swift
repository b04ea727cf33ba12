import Devices
import Gating
internal import Glibc
package import Settings
import Station
import TofuPilot

/// Looks at everything that a scan needs on its way to a verdict, within 10 s; it changes nothing but a light that nobody
/// holds, which it leaves dark.
///
/// What is gathered here and beside the facts is judged by those alone.
package struct Doctor: Sendable {
  private let loaded: Result<LoadedConfiguration, ConfigurationError>
  private let configuration: Configuration
  private let data: DataDirectories
  private let environment: [String: String]
  private let version: String

  /// - Parameter version: ours, as TofuPilot is told it.
  package init(
    _ source: ConfigurationSource, data: DataDirectories, environment: [String: String], version: String
  ) {
    loaded = Result { () throws(ConfigurationError) in try source.load() }
    // Where the file is broken, the defaults are looked at.
    configuration = (try? loaded.get())?.configuration ?? Configuration(hostName: source.hostName)
    self.data = data
    self.environment = environment
    self.version = version
  }

  package func examine() async -> Diagnosis {
    let station = await stationChecks()
    let key = KeyFacts(for: configuration.api, environment: environment)
    // Alone: what we compute for an answer is told by the processor time of the whole process.
    let (network, lead) = await networkChecks(on: await way(), with: key)
    let clock = ClockFacts(isSynchronised: WallClock.isSynchronised, lead: lead, zone: Self.zone)
    return Diagnosis(ConfigurationFacts(loaded).checks + station + [key.check] + network + [clock.check])
  }

  /// What is to be seen on this machine.
  private func stationChecks() async -> [Check] {
    let units = await offThread { SystemdUnits.asked() }
    async let plugged = offThread {
      let isServiceSeen = units?.isSeen(SystemdUnits.service) ?? false
      return PluggedFacts(configuration, givenLayouts: givenLayouts, isServiceSeen: isServiceSeen).checks
    }
    async let record = offThread {
      RecordFacts(at: configuration.journal.path, isRequired: configuration.journal.isRequired).checks
    }
    let lights = await lightChecks()
    let rules = RuleFileFacts.names.map { RuleFileFacts(name: $0, in: RuleFileFacts.folders, data: data).check }
    let intruders = IntruderFacts(
      units: units, running: RunningProcess.all(), ports: serialPorts,
      sparedPorts: (try? UdevContext().sparedPorts()) ?? [])
    return await plugged + rules + lights + record + [ServiceFacts(units).check] + intruders.checks
  }

  private func lightChecks() async -> [Check] {
    await withTaskGroup { group in
      for (index, light) in configuration.indicators.enumerated() {
        group.addTask {
          (index, await LightFacts.found(light, lane: configuration.lane(of: light), data: data).check)
        }
      }
      return await group.reduce(into: [Int: Check]()) { $0[$1.0] = $1.1 }.sorted { $0.key < $1.key }.map(\.value)
    }
  }
}

// MARK: - TofuPilot

extension Doctor {
  private var proxy: ProxySettings { ProxySettings(environment: environment) }

  /// nil: whom to ask is not known.
  private func way() async -> Result<Way, ConnectionError>? {
    guard case .success = loaded else { return nil }
    let api = configuration.api
    do throws(ConnectionError) {
      return .success(try await Way.measured(to: "\(api.address)", caFile: api.certificateFile, proxy: proxy))
    } catch {
      return .failure(error)
    }
  }

  /// What lies on the way to TofuPilot and what it answers, and how far our clock is ahead of its.
  private func networkChecks(
    on way: Result<Way, ConnectionError>?, with key: KeyFacts
  ) async -> (checks: [Check], lead: Duration?) {
    switch way {
    case nil: return ([.skipped("API", "not asked: the configuration does not say whom")], nil)
    case .failure(let error): return ([.trouble("API", "\(error)", next: "scangate config show")], nil)
    case .success(let way) where !way.isClear: return (way.checks, nil)
    case .success(let way):
      guard let key = try? key.key.get() else {
        return (way.checks + [.skipped("API", "not asked without a key")], nil)
      }
      let api = configuration.api
      do throws(ConnectionError) {
        let settings = ConnectionSettings(
          url: "\(api.address)", key: try TofuPilot.APIKey(key.secret), caFile: api.certificateFile,
          deadline: min(api.deadline, .seconds(3)), connectTimeout: api.connectTimeout, proxy: proxy, version: version)
        let (facts, lead) = try await AnswerFacts.asked(by: settings, roundTrip: way.time(of: .tcp))
        return (way.checks + facts.checks, lead)
      } catch {
        return (way.checks + [.trouble("API", "\(error)", next: "scangate config show")], nil)
      }
    }
  }
}

// MARK: - Gathering

extension Doctor {
  /// The lanes whose layout the file names.
  private var givenLayouts: Set<String> {
    guard let places = try? loaded.get().places else { return [] }
    let lanes = configuration.scanners.enumerated().filter { places["scanners[\($0.offset)].layout"] != nil }
    return Set(lanes.map(\.element.lane))
  }

  /// Those of serial scanners and of lights.
  private var serialPorts: [String] {
    let plan = LanePlan(configuration)
    let scanners = ((try? UdevContext().nodes(onlyReady: false)) ?? [])
      .filter { $0.transport == .cdc && plan.assignment(for: $0) != nil }
    return scanners.map(\.devnode) + configuration.indicators.flatMap(\.port.devnodes)
  }

  /// As `/etc/localtime` links to it.
  private static var zone: String {
    guard let path = realpath("/etc/localtime", nil) else { return "UTC" }
    defer { free(path) }
    let name = String(cString: path)
    return name.firstRange(of: "/zoneinfo/").map { String(name[$0.upperBound...]) } ?? name
  }
}
