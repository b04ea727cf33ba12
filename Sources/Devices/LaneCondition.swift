/// How it stands with the scanner of a lane, by the claims on its nodes: what is told when it changes.
enum LaneCondition: Hashable {
  /// There is none, or none yet.
  case vacant
  /// A node of it feeds the lane.
  case attached(ScannerDevice)
  /// It is there and cannot be had.
  case troubled(ScannerDevice, DeviceError)
  /// Several plugs fit the lane: a node of each.
  case contested([ScannerDevice])

  init(of claims: [Claim]) {
    let feeding = claims.filter { $0.part == .feeds }
    let contenders = NodePart.contenders(among: claims.map(\.device))
    if contenders.count > 1 {
      self = .contested(contenders)
    } else if let claim = feeding.first(where: \.isHeld) {
      self = .attached(claim.device)
    } else if let (device, error) = feeding.lazy.compactMap({ claim in claim.failure.map { (claim.device, $0) } }).first
    {
      self = .troubled(device, error)
    } else {
      self = .vacant
    }
  }

  /// What a lane that was told of `former` must be told now, if anything; `cause` is why it has lost a scanner.
  func event(after former: LaneCondition, lane: String, _ cause: DetachCause) -> DeviceEvent? {
    switch self {
    case former: nil
    // Another node of the plug that was told.
    case .attached(let device) where former.isAttached(to: device.plug): nil
    case .attached(let device): .attached(lane: lane, device)
    case .troubled(let device, let error): .trouble(lane: lane, device, error)
    case .contested(let devices): .contested(lane: lane, devices)
    case .vacant: former.device.map { .detached(lane: lane, $0, cause) }
    }
  }

  private func isAttached(to plug: String) -> Bool {
    if case .attached(let device) = self { device.plug == plug } else { false }
  }

  /// The scanner that it is told of.
  var device: ScannerDevice? {
    switch self {
    case .vacant: nil
    case .attached(let device), .troubled(let device, _): device
    case .contested(let devices): devices.first
    }
  }
}
