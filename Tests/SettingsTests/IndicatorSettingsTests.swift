import Devices
import Testing

@testable import Settings

@Suite struct IndicatorSettingsTests {
  @Test(
    "A light is read with what is wrong in it",
    arguments: [
      ("{profile: tower, port: {vendor: 1A86, product: 7523, port: 1-1.3}, pass_time: 1500ms}", []),
      ("{port: /dev/a}", ["profile: missing; it has no default"]),
      ("{profile: Tower, port: /dev/a}", ["profile: found \"Tower\", expected the name of a profile: a-z, 0-9 and -"]),
      (
        "{profile: tower, port: ttyUSB0}",
        ["port: found \"ttyUSB0\", expected a path below /dev, or {vendor: 1a86, product: 7523}"]
      ),
      (
        "{profile: tower, port: {vendor: 1a86, product: 7523, interface: 1}}",
        ["port.interface: found \"1\", expected 2 hexadecimal digits"]
      ),
      (
        "{profile: tower, port: /dev/a, pass_time: 4s}",
        ["pass_time: found 4s, expected at most 3s, as long as the screen says PASS"]
      ),
    ])
  func light(text: String, expected: [String]) throws {
    let told = try complaints(about: "indicators: [\(text)]")
    let place = /scangate\.yaml:1:[0-9]+: indicators\[0\]\./
    #expect(told.filter { $0.contains(place) }.map { $0.replacing(place, with: "") } == expected)
    guard expected.isEmpty else { return }
    let light = try #require(try configuration("indicators: [\(text)]").indicators.first)
    #expect(light.port == .usb(USBAdapter(vendor: "1a86", product: "7523", port: "1-1.3")))
    #expect(light.lane == nil && light.passTime == .milliseconds(1500))
  }

  private static let lanes = "scanners: [{lane: A, match: {port: p}}, {lane: B, match: {port: q}}]\n"

  @Test("A lane has one light, and a light a port of its own")
  func lightsFitLanes() throws {
    func lights(_ lights: (lane: String?, port: String)...) -> String {
      "indicators:\n"
        + lights.map { "- {profile: tower, port: /dev/\($0.port)\($0.lane.map { ", lane: \($0)" } ?? "")}\n" }.joined()
    }
    func told(_ text: String) throws -> [String] {
      try complaints(about: text).filter { $0.contains("indicators") }
        .map { $0.replacing(/scangate\.yaml:[0-9]+:[0-9]+: indicators/, with: "") }
    }
    #expect(
      try told(Self.lanes + lights(("C", "a"), ("B", "a"), ("B", "b"), (nil, "c"))) == [
        "[0].lane: found \"C\", expected one of \"A\", \"B\"",
        "[1].port: another light hangs on this port, expected a port of its own",
        "[2].lane: this lane has a light already, expected one light a lane",
        "[3].lane: missing, expected one of \"A\", \"B\"",
      ])
    let one = "scanners: [{lane: A, match: {port: p}}]\n"
    #expect(try told(one + lights((nil, "a"))) == [])
    #expect(
      try told(one + lights((nil, "a"), ("A", "b"))) == [
        "[1].lane: this lane has a light already, expected one light a lane"
      ])
    #expect(
      try told(lights((nil, "a"), ("A", "b"))) == ["[0].lane: missing, expected a lane for each of 2 lights"])
  }

  @Test("A light without a lane is the only lane's")
  func onlyLane() throws {
    let light = "indicators: [{profile: tower, port: /dev/a}]\n"
    for (text, lane) in [(light + "scanners: [{lane: A, match: {port: p}}]", "A"), (light, nil)] {
      let configuration = try configuration(text)
      #expect(configuration.indicators.map { configuration.lane(of: $0) } == [lane])
    }
  }

  @Test(
    "An adapter is told by all that is given of it",
    arguments: [
      (USBAdapter(vendor: "1a86", product: "7523"), true),
      (USBAdapter(vendor: "1a86", product: "5523"), false),
      (USBAdapter(vendor: "1a86", product: "7523", port: "1-1.3"), true),
      (USBAdapter(vendor: "1a86", product: "7523", port: "1-1.4"), false),
      (USBAdapter(vendor: "1a86", product: "7523", port: "pci-0000:00:14.0-usb-0:1.3"), true),
      (USBAdapter(vendor: "1a86", product: "7523", port: "pci-0000:00:14.0-usb-0:1.3:1.0"), true),
      (USBAdapter(vendor: "1a86", product: "7523", serial: "A1", interface: "00"), true),
      (USBAdapter(vendor: "1a86", product: "7523", serial: "A2"), false),
      (USBAdapter(vendor: "1a86", product: "7523", interface: "01"), false),
    ])
  func fits(adapter: USBAdapter, isMeant: Bool) {
    let node = SerialNode(
      devnode: "/dev/ttyUSB0", vendor: "1a86", product: "7523", serial: "A1", interface: "00", socket: "1-1.3",
      path: "pci-0000:00:14.0-usb-0:1.3")
    #expect(adapter.fits(node) == isMeant)
  }
}
