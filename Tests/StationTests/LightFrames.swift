import Gating
import Settings

@testable import Station

/// What the operator sees of a light that shows nothing.
extension ScreenFrameTests.Shot {
  static let lights: [Self] = [
    Self(name: "light-lost") { scene in
      try scene.scanBefore()
      scene.show(.ready)
      scene.loseLight()
    },
    Self(name: "light-lost-pass") { scene in
      scene.loseLight()
      scene.show(try .pass("SN-2024-001234", at: "2026-11-23T14:03:07Z"))
    },
    Self(name: "light-lost-of-two") { scene in
      scene.show(.ready, on: "1")
      scene.show(.ready, on: "2")
      scene.loseLight(of: "2")
    },
    Self(name: "light-back") { scene in
      scene.show(.ready)
      scene.loseLight()
      scene.tell(.indicator(IndicatorChange(at: scene.now, lane: nil, state: .attached, indicator: "lcus on /dev/l")))
    },
  ]
}

extension ScreenScene {
  /// - Parameter lane: nil: the light of whichever lane there is.
  fileprivate mutating func loseLight(of lane: String? = nil) {
    let cause = LightError.notPluggedIn(.path("/dev/scangate/light-1")).description
    tell(.indicator(IndicatorChange(at: now, lane: lane, state: .detached, indicator: "lcus on /dev/l", cause: cause)))
  }
}
