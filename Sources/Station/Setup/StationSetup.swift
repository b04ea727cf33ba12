package import Settings
package import TofuPilot

/// All that a station works by, read and checked as a whole: it is put in force as one, or not at all.
package struct StationSetup: Sendable {
  /// How TofuPilot is asked.
  package enum Access: Sendable {
    case client(APIClient)
    /// Not at all, and why, with what to do about it: every scan is NO VERDICT `not_configured`.
    case none(String)
  }

  package var loaded: LoadedConfiguration
  package var access: Access
  /// Those that stand beside the lanes.
  package var lights: [LightPlan]

  package init(_ loaded: LoadedConfiguration, access: Access, lights: [LightPlan] = []) {
    self.loaded = loaded
    self.access = access
    self.lights = lights
  }

  var configuration: Configuration { loaded.configuration }
}

extension StationSetup.Access {
  /// Whether it is the same client, or nobody for the same reason.
  func isSame(as other: Self) -> Bool {
    switch (self, other) {
    case (.client(let client), .client(let other)): client === other
    case (.none(let why), .none(let other)): why == other
    case (.client, .none), (.none, .client): false
    }
  }
}
