import Devices
import Gating
import Settings
import Signals
import Testing

@testable import Station

@Suite("A light that comes or goes is told")
struct IndicatorChangeTests {
  private static func change(lane: String?, _ error: LightError?) throws -> IndicatorChange {
    let settings = IndicatorSettings(profile: "lcus", port: .usb(USBAdapter(vendor: "1a86", product: "7523")))
    let plan = LightPlan(settings, lane: lane, profile: try .letters)
    return IndicatorChange(plan, error, at: ScreenScene.time("2026-11-23T14:03:07Z"))
  }

  @Test("as an object with every key, and as a line, with what to do")
  func lost() throws {
    let change = try Self.change(lane: "1", .silent("/dev/ttyUSB0"))
    #expect(
      change.json.closed == """
        {"type":"indicator","at":"2026-11-23T14:03:07.000Z","lane":"1","state":"detached",\
        "indicator":"lcus on {vendor: 1a86, product: 7523}",\
        "cause":"the light on /dev/ttyUSB0 does not answer: look at its power, its cable and its profile, then: \
        scangate indicator test"}
        """)
    #expect(change.line.contains("  1  LIGHT detached: lcus on {vendor: 1a86, product: 7523}: the light on"))
  }

  @Test("without a lane where it has none of its own, and without a cause where it works")
  func works() throws {
    let change = try Self.change(lane: nil, nil)
    #expect(change.json.closed.contains(#""lane":null,"state":"attached""#))
    #expect(change.json.closed.hasSuffix(#""cause":""}"#))
    #expect(change.line.hasSuffix("  LIGHT attached: lcus on {vendor: 1a86, product: 7523}"))
  }

  @Test("of two adapters that fit, both are named and neither is taken")
  func ambiguous() {
    let adapter = USBAdapter(vendor: "1a86", product: "7523")
    let nodes = ["1-1.2", "1-1.3"].enumerated().map {
      SerialNode(devnode: "/dev/ttyUSB\($0)", vendor: "1a86", product: "7523", socket: $1)
    }
    #expect(
      LightError.ambiguous(.usb(adapter), nodes).description == """
        {vendor: 1a86, product: 7523} may be /dev/ttyUSB0 (1a86:7523, port 1-1.2) \
        or /dev/ttyUSB1 (1a86:7523, port 1-1.3): add its port or serial in indicators:
        """)
  }
}
