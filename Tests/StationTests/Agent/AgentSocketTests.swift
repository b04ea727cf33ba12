import Foundation
import Glibc
import Testing

@testable import Station

@Suite("The agent's socket", .timeLimit(.minutes(1)))
struct AgentSocketTests {
  private let folder: URL
  private var path: String { folder.appending(path: "agent.sock").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "sock-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  @Test("is for its user and the group of its folder, and goes with its agent")
  func mode() throws {
    chown(folder.path, uid_t.max, 12)
    var socket: AgentSocket? = try AgentSocket(at: path)
    var status = stat()
    #expect(stat(socket?.path ?? "", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o660)
    #expect(geteuid() != 0 || status.st_gid == 12)
    socket = nil
    #expect(access(path, F_OK) != 0)
    try FileManager.default.removeItem(at: folder)
  }

  @Test("takes the place of a dead agent's")
  func stale() throws {
    let address = try AgentAddress(path)
    let dead = try address.newSocket()
    #expect(address.bind(dead) == 0)
    close(dead)
    let socket = try AgentSocket(at: path)
    let caller = try address.newSocket()
    #expect(address.connect(caller) == 0)
    close(caller)
    #expect(socket.accept(ring: {})?.pid == getpid())
  }

  @Test("is not taken from an agent that lives, be it too busy to answer; the error names it")
  func living() throws {
    let first = try AgentSocket(at: path)
    let taken = AgentSocketError.taken(path: path, pid: getpid())
    #expect(throws: taken) { try AgentSocket(at: path) }
    #expect(taken.description.contains("(pid \(getpid()))"))
    // As many as wait there until one who comes is told to come again.
    let address = try AgentAddress(path)
    var waiting: [Int32] = []
    while waiting.count < 100 {
      waiting.append(try address.newSocket())
      if address.connect(waiting[waiting.count - 1]) == EAGAIN { break }
    }
    #expect(waiting.count < 100)
    #expect(throws: AgentSocketError.taken(path: path, pid: nil)) { try AgentSocket(at: path) }
    waiting.forEach { close($0) }
    withExtendedLifetime(first) { #expect(access(path, F_OK) == 0) }
  }

  @Test("is never made in place of a file that is none")
  func file() throws {
    try Data("mine".utf8).write(to: URL(filePath: path))
    #expect(throws: AgentSocketError.self) { try AgentSocket(at: path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
  }

  @Test("at a path that is too long is an error, at one that may not be used too")
  func refused() {
    let long = String(repeating: "x", count: 108)
    #expect(throws: AgentSocketError.tooLong(path: long)) { try AgentSocket(at: long) }
    let denied = AgentSocketError.system(operation: "connect to", path: "/run/scangate/agent.sock", code: EACCES)
    #expect(denied.description.hasSuffix("`sudo usermod -aG scangate USER`, then log in again"))
  }

  @Test("that nobody serves costs nobody else a descriptor, however often it is asked for")
  func unserved() async {
    let calls = Task.detached { [path] in
      while !Task.isCancelled {
        _ = try? AgentConnection(to: path, asking: .draw(WatchRequest.Size(columns: 80, rows: 24)))
      }
    }
    let closed = (1...2000).filter { _ in
      let mine = dup(STDERR_FILENO)
      sched_yield()
      return close(mine) != 0
    }
    calls.cancel()
    await calls.value
    #expect(closed.isEmpty)
  }

  @Test(
    "is in the folder that systemd names, else in the station's own",
    arguments: [("", "/run/scangate"), ("/run/a", "/run/a"), ("/run/a:/run/b", "/run/a")])
  func path(folders: String, folder: String) {
    let environment = folders.isEmpty ? [:] : ["RUNTIME_DIRECTORY": folders]
    #expect(AgentSocketPath.standard(environment) == folder + "/agent.sock")
  }

  @Test("has one line for each request")
  func requests() throws {
    let size = WatchRequest.Size(columns: 80, rows: 24)
    let watch = WatchRequest(format: .big, lane: "1", size: size, terminal: TerminalTraits { _ in "C.UTF-8" })
    for request in [
      AgentRequest.watch(watch), .draw(size), .borrow(.scanners(of: "2", by: "scangate record")),
      .borrow(.light(at: "/dev/l", by: "scangate indicator test")),
    ] {
      let line = request.line
      #expect(line.last == 0x0A && line.count { $0 == 0x0A } == 1)
      #expect(AgentRequest(line: line.dropLast()) == request)
    }
    #expect(AgentRequest(line: #"{"watch":{"format":"line"}}"#.utf8) == .watch(WatchRequest(format: .line)))
    for answer in [AgentAnswer.watching(station: "a"), .lent, .refused("no")] {
      #expect(AgentAnswer(line: answer.line) == answer)
    }
  }
}
