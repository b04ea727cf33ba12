import Settings
import Signals
import Station

extension LoadedConfiguration {
  /// The lights that it names, with their profiles.
  func lights(_ data: DataDirectories) throws(Problem) -> [LightPlan] {
    try configuration.indicators.map { settings throws(Problem) in
      LightPlan(
        settings, lane: configuration.lane(of: settings), profile: try Profile(named: settings.profile, in: data))
    }
  }
}

extension Profile {
  /// A profile from the first folder that has it.
  init(named name: String, in data: DataDirectories) throws(Problem) {
    do {
      try self.init(at: Profile.path(named: name, in: data))
    } catch let error as MissingData {
      throw .configuration("\(error); scangate indicator list names the profiles")
    } catch {
      throw .configuration("\(error)")
    }
  }
}
