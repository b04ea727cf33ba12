import Scanning
import Testing

@Suite("The reader of a keyboard wedge that was grabbed while keys were down")
struct WedgeGrabTests {
  @Test("forgives the releases of keys that were down at the grab")
  func releasesAfterTheGrab() {
    var reader = WedgeReader(layout: .us, terminator: .enter, grabbedAt: .at(0))
    var told: [ScannerEvent] = []
    reader.receive(.key(.enter, .up, at: .at(1))) { told.append($0) }
    #expect(told.isEmpty)
    #expect(
      reader.tap(.a, .enter, from: 200).last
        == .scan(
          Scan(text: "a", began: .at(200), ended: .at(202))))
  }

  @Test("spoils the scan that a Shift down at the grab belongs to")
  func shiftDownAtTheGrab() {
    var reader = WedgeReader(layout: .us, terminator: .enter, grabbedAt: .at(0))
    var told = reader.tap(.a, from: 300)
    reader.receive(.key(.leftShift, .up, at: .at(302))) { told.append($0) }
    told += reader.tap(.enter, from: 303)
    let scan = Scan(text: "a", began: .at(300), ended: .at(303), fault: .overrun)
    #expect(told == [.began(.at(300)), .scan(scan)])
  }

  @Test(
    "takes a modifier that the kernel says is down at the grab for what it is, up to its release",
    arguments: [
      (.leftShift, "A", nil), (.rightShift, "A", nil), (.leftCtrl, "\u{1}", nil), (.rightAlt, "", .unknownKey(.a)),
      (.leftAlt, "", .begunBeforeGrab),
    ] as [(KeyCode, String, ScanFault?)])
  func modifierDownAtTheGrab(key: KeyCode, text: String, fault: ScanFault?) {
    var pressed = KeySet.none
    pressed.insert(key)
    var reader = WedgeReader(layout: .us, terminator: .enter, grabbedAt: .at(0), pressed: pressed)
    var told = reader.tap(.a, .enter, from: 300)
    reader.receive(.key(key, .up, at: .at(304))) { told.append($0) }
    told += reader.tap(.a, .enter, from: 305)
    let first = Scan(text: text, began: .at(300), ended: .at(302), fault: fault)
    let second = Scan(text: "a", began: .at(305), ended: .at(307))
    #expect(told == [.began(.at(300)), .scan(first), .began(.at(305)), .scan(second)])
  }

  @Test("spoils an ALT-mode number whose first digits may have come before the grab, and not the next")
  func altDownAtTheGrab() {
    var pressed = KeySet.none
    pressed.insert(.leftAlt)
    var reader = WedgeReader(layout: .us, terminator: .enter, grabbedAt: .at(0), pressed: pressed)
    var told = reader.tap(.kp6, .kp5, from: 300)
    reader.receive(.key(.leftAlt, .up, at: .at(304))) { told.append($0) }
    told += reader.tap(.enter, from: 305)
    reader.receive(.key(.leftAlt, .down, at: .at(307))) { told.append($0) }
    told += reader.tap(.kp6, .kp5, from: 308)
    reader.receive(.key(.leftAlt, .up, at: .at(312))) { told.append($0) }
    told += reader.tap(.enter, from: 313)
    let scans = told.compactMap { if case .scan(let scan) = $0 { scan } else { nil } }
    #expect(scans.map(\.fault) == [.begunBeforeGrab, nil])
    #expect(scans.last?.text == "A")
  }

  @Test("takes a second release of a key that was down at the grab for a lost press")
  func releasedTwice() {
    var pressed = KeySet.none
    pressed.insert(.enter)
    var reader = WedgeReader(layout: .us, terminator: .enter, grabbedAt: .at(0), pressed: pressed)
    var told: [ScannerEvent] = []
    reader.receive(.key(.enter, .up, at: .at(300))) { told.append($0) }
    #expect(told.isEmpty)
    reader.receive(.key(.enter, .up, at: .at(301))) { told.append($0) }
    #expect(told == [.began(.at(301))])
  }
}
