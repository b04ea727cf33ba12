import Devices
import Glibc
import Testing

@Suite("The holders of a node")
struct NodeHolderTests {
  @Test("are all processes that have it open, ours too")
  func all() throws {
    let file = try OpenFile()
    // A program that starts beside it may hold it too, for a moment.
    #expect(NodeHolder.all(of: file.path).contains(NodeHolder(pid: file.pid, command: "sleep")))
    let own = open(file.path, O_RDONLY | O_CLOEXEC)
    try #require(own >= 0)
    defer { close(own) }
    #expect(Set(NodeHolder.all(of: file.path).map(\.pid)).isSuperset(of: [file.pid, getpid()]))
  }

  @Test("are found by another name of the node too, such as a rule gives it")
  func link() throws {
    let file = try OpenFile()
    let name = file.path + ".link"
    try #require(symlink(file.path, name) == 0)
    defer { unlink(name) }
    #expect(NodeHolder.all(of: name).map(\.pid).contains(file.pid))
  }

  @Test("are none of a node that nobody has open")
  func none() {
    #expect(NodeHolder.all(of: "/dev/input/event4711").isEmpty)
  }

  @Test("are named so that it acts on no terminal")
  func hostile() {
    #expect(NodeHolder(pid: 7, command: "\u{1B}[2J").description == #"\u{1B}[2J (pid 7)"#)
  }
}
