package import Devices
import Scanning
package import Settings

/// Why a light shows nothing, and what to do about it.
package enum LightError: Error, Hashable, Sendable {
  case notPluggedIn(IndicatorPort)
  /// Several adapters fit what the configuration says.
  case ambiguous(IndicatorPort, [SerialNode])
  case device(DeviceError)
  /// It sends no acknowledgement.
  case silent(String)
  /// It says that it does not understand.
  case refused(String)
  /// It names no lane, and there are several.
  case severalLanes([String])
  /// It names a lane that is none of those there are.
  case noLane(String, among: [String])
  /// The answers are not TofuPilot's.
  case standIn
}

extension LightError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notPluggedIn(let port):
      "nothing is plugged in that is \(port.description.escaped()): plug it in; `scangate devices` lists the ports"
    case .ambiguous(let port, let nodes):
      "\(port.description.escaped()) may be \(nodes.map(\.description).joined(separator: " or ")): add its port or serial in indicators:"
    case .device(let error):
      "\(error)"
    case .silent(let path):
      "the light on \(path) does not answer: look at its power, its cable and its profile, then: scangate indicator test"
    case .refused(let path):
      "the light on \(path) refuses what it is sent: it has another profile; scangate indicator list names them"
    case .severalLanes(let lanes):
      "kept dark, it names no lane and there are \(lanes.map(\.quoted).joined(separator: ", ")): give it a lane in indicators:"
    case .noLane(let lane, let lanes):
      "kept dark, no lane is called \(lane.quoted), there are [\(lanes.map(\.quoted).joined(separator: ", "))]: mend its lane in indicators:, or plug in its scanner"
    case .standIn:
      "kept dark, the answers are a stand-in's and not TofuPilot's: mend api.url, or TOFUPILOT_URL"
    }
  }
}
