import Devices
import Doctor
import Testing

@Suite("A scanner, looked at") struct ScannerFactsTests {
  private static let group = NodeRights(group: "scangate", mode: 0o660, isOurs: false, hasServiceGroup: true)
  private static let agent = NodeHolder(pid: 7, command: "scangate")
  private static let desktop = NodeHolder(pid: 8, command: "Xorg")

  private func facts(_ rights: NodeRights? = group, holders: [NodeHolder] = [], rivals: [String] = []) -> ScannerFacts {
    var facts = ScannerFacts(lane: "a", title: "Gun on usb-3", devnode: "/dev/input/event7", rights: rights)
    facts.holders = holders
    facts.rivals = rivals
    return facts
  }

  @Test(
    "counts as readable where the service is, whoever asks; without a service, where we are",
    arguments: [
      (group, true),
      (NodeRights(group: "scangate", mode: 0o600, isOurs: true, hasServiceGroup: true), false),
      (NodeRights(group: "input", mode: 0o660, isOurs: true, hasServiceGroup: true), false),
      (NodeRights(group: "root", mode: 0o664, isOurs: false, hasServiceGroup: true), true),
      (NodeRights(group: "scangate", mode: 0o640, isOurs: true, hasServiceGroup: true), true),
      (NodeRights(group: "input", mode: 0o660, isOurs: true, hasServiceGroup: false), true),
      (NodeRights(group: "input", mode: 0o660, isOurs: false, hasServiceGroup: false), false),
    ])
  func rights(rights: NodeRights, isReadable: Bool) {
    let check = facts(rights).checks[0]
    #expect(check.state == (isReadable ? .ok : .trouble))
    if !isReadable { #expect(check.text.contains("cannot be read: it belongs to group \(rights.group), mode 06")) }
  }

  @Test("that no rule knows gets one")
  func unmarked() {
    var facts = facts(NodeRights(group: "input", mode: 0o660, isOurs: true, hasServiceGroup: true))
    #expect(facts.checks[0].next == "sudo udevadm control --reload && sudo udevadm trigger")
    facts.isMarked = false
    #expect(facts.checks[0].next == "scangate devices --rule /dev/input/event7")
  }

  @Test("is a trouble where the node went, or another scanner fits the lane")
  func gone() {
    #expect(facts(nil).checks[0].state == .trouble)
    let check = facts(rivals: ["Gun on usb-4"]).checks[0]
    #expect(check.state == .trouble)
    #expect(check.text.contains("Gun on usb-3 and Gun on usb-4 both fit"))
  }

  @Test(
    "is ok in the hands of the agent, alone or not, and a warning in those of others; not in a running service's, a trouble",
    arguments: [
      ([agent], .ok, .ok), ([agent, desktop], .ok, .ok), ([], .ok, .trouble), ([desktop], .warning, .trouble),
    ] as [([NodeHolder], Check.State, Check.State)])
  func holders(holders: [NodeHolder], state: Check.State, besideTheService: Check.State) {
    var facts = facts(holders: holders)
    let check = facts.checks[0]
    #expect(check.state == state)
    facts.isServiceSeen = true
    #expect(facts.checks[0].state == besideTheService)
    #expect((facts.checks[0].next != nil) == (besideTheService == .trouble))
    for holder in holders { #expect(check.text.contains("\(holder)")) }
  }

  @Test("has a layout that was given, or one that nobody ever checked; a serial one has none")
  func layout() {
    var facts = facts()
    #expect(facts.checks.count == 1)
    facts.layout = "us"
    #expect(facts.checks[1].state == .warning)
    #expect(facts.checks[1].next == "scangate identify")
    facts.isLayoutGiven = true
    #expect(facts.checks[1].state == .ok)
  }

  @Test("shows nothing of a hostile name but its marks")
  func hostile() {
    let facts = ScannerFacts(lane: "\u{1B}[2J", title: "\u{1B}[31m", devnode: "/dev/input/event7", rights: Self.group)
    #expect(!facts.checks[0].text.contains("\u{1B}"))
  }

  @Test("where none is, that is the trouble; a lane without its scanner, and one in a silent mode, are each named")
  func plugged() {
    var plugged = PluggedFacts(scanners: [])
    #expect(plugged.checks.states == ["scanner trouble"])
    #expect(plugged.checks[0].next == "scangate identify")
    plugged.emptyLanes = ["left"]
    plugged.silent = [SilentScanner(plug: "1-9", mode: "SNAPI", name: "Symbol")]
    #expect(plugged.checks.states == ["scanner trouble", "scanner trouble"])
    #expect(plugged.checks[0].text.contains("lane left"))
    #expect(plugged.checks[1].text.contains("Symbol speaks SNAPI"))
    plugged = PluggedFacts(scanners: [facts()])
    #expect(plugged.checks.states == ["scanner ok"])
  }
}
