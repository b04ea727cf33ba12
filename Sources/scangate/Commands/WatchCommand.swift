import ArgumentParser
import Devices
import Station
import UnixSignals

/// `watch`: the running agent, seen from another terminal.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Show the screen, lines or JSON of the running agent.",
    discussion: """
      Says STOPPED within two seconds when the agent ends or hangs, and goes on by itself when it is back. \
      Ends with Ctrl-C. For root and group scangate.
      """
  )

  @OptionGroup var socket: SocketOption
  @Option(help: "Only this lane.") var lane: String?
  @Option(help: "big: the operator's screen; line; json. Default: big on a terminal, else line.")
  var format: Format?

  func run() async throws {
    // Trapped before the session takes the terminal: else it would not be given back.
    let trapped = await UnixSignalsSequence(trapping: .sigint, .sigterm, .sighup, .sigwinch)
    let session: WatchSession
    do throws(DeviceError) {
      session = try WatchSession(form, lane: lane, at: socket.path)
    } catch {
      throw Problem.failure("\(error)")
    }
    let signals = Task {
      for await signal in trapped {
        if signal == .sigwinch { session.resize() } else { session.stop() }
      }
    }
    defer { signals.cancel() }
    do throws(AgentSocketError) {
      try await session.run()
    } catch {
      throw Problem.failure("\(error)")
    }
  }

  private var form: WatchRequest.Form {
    switch format ?? .standard {
    case .big: Terminal.isScreen(1) ? .big : .line
    case .line: .line
    case .json: .json
    }
  }
}
