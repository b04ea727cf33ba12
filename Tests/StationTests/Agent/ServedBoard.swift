import Devices
import Foundation

@testable import Station

/// An agent's socket at work, without a station behind it: what the test tells is what is watched.
final class ServedBoard {
  let path: String
  let board: NoticeBoard
  let desk = LendingDesk()
  private let server: AgentServer

  init(_ facts: ScreenFacts = ScreenFacts(station: "final gate", rules: "rules: first run must be PASS")) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "agent-\(UUID().uuidString)").path
    board = NoticeBoard(facts: facts)
    server = try AgentServer(AgentSocket(at: path), board: board, desk: desk)
  }

  deinit {
    stop()
  }

  func stop() {
    server.stop()
  }

  /// A client that has said this, the size being one that frames of the tests have.
  func client(saying request: String) throws -> SocketClient {
    let client = try SocketClient(to: path)
    client.say(request + "\n")
    return client
  }

  func watcher(_ format: String, lane: String? = nil) throws -> SocketClient {
    let lane = lane.map { #","lane":"\#($0)""# } ?? ""
    let terminal =
      format == "big"
      ? #","size":{"columns":80,"rows":24},"terminal":{"hasColour":false,"isUTF8":true,"hasScreen":true}"# : ""
    let client = try client(saying: #"{"watch":{"format":"\#(format)"\#(lane)\#(terminal)}}"#)
    try client.read(to: "{\"station\":\"final gate\"}\n")
    return client
  }
}
