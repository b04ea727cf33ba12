import Glibc

/// Where the agent's socket lies.
package enum AgentSocketPath {
  /// systemd names the folder of a service in `RUNTIME_DIRECTORY`, the first of several by colons.
  package static func standard(_ environment: [String: String]) -> String {
    let folder = environment["RUNTIME_DIRECTORY"]?.split(separator: ":").first.map(String.init) ?? "/run/scangate"
    return folder + "/agent.sock"
  }
}
