package import Devices
import Synchronization

/// Somebody who watches the running station, on standard output.
package final class WatchSession: Sendable {
  private let control: LoopControl
  private let screen: WatchedScreen?
  private let console: Console?
  private let thread: WorkingThread
  private let ends: AsyncStream<AgentSocketError>

  /// Watches at once.
  ///
  /// - Parameters:
  ///   - format: `big` only where standard output is a screen.
  ///   - lane: the only one that is wanted; nil: all.
  ///   - path: of the agent's socket.
  package init(_ format: WatchRequest.Form, lane: String?, at path: String) throws(DeviceError) {
    let control = try LoopControl()
    self.control = control
    let window: any WatchWindow
    switch format {
    case .big:
      let screen = WatchedScreen(on: Terminal(isTypedOn: false))
      (self.screen, console, window) = (screen, nil, screen)
    case .line, .json:
      let notice = format == .json ? LossNotice.json : LossNotice.text
      let console = Console(lossNotice: notice, onClose: { control.requestStop() })
      (screen, self.console, window) = (nil, console, WatchedLines(on: console, isJSON: format == .json))
    }
    let request = WatchRequest(format: format, lane: lane, terminal: format == .big ? .ofThisProcess : nil)
    let (ends, end) = AsyncStream.makeStream(of: AgentSocketError.self)
    self.ends = ends
    thread = try WorkingThread(named: "scangate-watch") {
      var loop = WatchLoop(request, at: path, in: window, control)
      do throws(AgentSocketError) {
        try loop.run()
      } catch {
        end.yield(error)
      }
      end.finish()
    }
  }

  /// Waits until it is stopped; throws where the agent will not have it, or nobody may ask.
  package func run() async throws(AgentSocketError) {
    var ending: AgentSocketError?
    for await error in ends { ending = error }
    thread.join()
    screen?.close()
    console?.flush(within: .milliseconds(500))
    if let ending { throw ending }
  }

  /// The terminal has another size.
  package func resize() {
    control.ring()
  }

  package func stop() {
    control.requestStop()
  }
}
