import NIOCore
import NIOPosix
import Synchronization

/// One connection of a scripted server.
final class ScriptHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let connection: Int
  private let tls: ServerTLS?
  private let record: ScriptedServer.Record
  private let script: ScriptedServer.Script
  private var head = ""
  private var place = 0

  init(connection: Int, tls: ServerTLS?, record: ScriptedServer.Record, script: @escaping ScriptedServer.Script) {
    self.connection = connection
    self.tls = tls
    self.record = record
    self.script = script
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    head += String(buffer: unwrapInboundIn(data))
    guard head.contains("\r\n\r\n") else { return }
    let request = ScriptedServer.Request(connection: connection, place: place, head: head)
    head = ""
    place += 1
    record.requests.withLock { $0.append(request) }
    for step in script(request) { take(step, context) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func take(_ step: ScriptedServer.Step, _ context: ChannelHandlerContext) {
    switch step {
    case .send(let text):
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
    case .drip(let text):
      drip(text[...], context.channel)
    case .flood(let count):
      flood(count, context.channel)
    case .startTLS:
      guard let handler = tls?.handler() else { return }
      try? context.pipeline.syncOperations.addHandler(handler, position: .first)
    case .close:
      context.close(promise: nil)
    case .reset:
      (context.channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0))
        .whenComplete { _ in }
      context.close(promise: nil)
    }
  }

  private func drip(_ text: Substring, _ channel: any Channel) {
    guard let first = text.first, channel.isActive else { return }
    channel.writeAndFlush(ByteBuffer(string: String(first)), promise: nil)
    let rest = text.dropFirst()
    channel.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(20)) { self.drip(rest, channel) }
  }

  private func flood(_ count: Int, _ channel: any Channel) {
    guard count > 0 else { return }
    let chunk = ByteBuffer(repeating: 0x20, count: min(count, 1 << 16))
    channel.writeAndFlush(chunk).assumeIsolated().whenSuccess {
      self.record.flooded.add(chunk.readableBytes, ordering: .relaxed)
      self.flood(count - chunk.readableBytes, channel)
    }
  }
}
