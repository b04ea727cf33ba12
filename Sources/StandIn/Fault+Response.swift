import Glibc
import HTTPTypes
import Hummingbird
import NIOCore

extension Fault {
  /// Spoils the answer to a request.
  func response(inPlaceOf answer: Response, to request: Request, on channel: any Channel) async throws -> Response {
    switch self {
    case .status(let status):
      guard let code = APIError.Code.allCases.first(where: { $0.status.code == status }) else {
        let elsewhere = "https://elsewhere.invalid\(request.uri.path)"
        return Response(status: .init(code: status), headers: [.location: elsewhere])
      }
      return try .json(APIError(code: code, message: "A fault that was asked for").body, status: code.status)
    case .close:
      try await channel.close()
      return answer
    case .reset:
      try await (channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
      try await channel.close()
      return answer
    case .drip:
      return Response(status: answer.status, headers: answer.headers, body: .dripping(answer.body))
    case .flood:
      return Response(status: .ok, headers: [.contentType: "application/json"], body: .flood)
    case .html:
      let page = ByteBuffer(string: "<!DOCTYPE html><title>Sign in</title><p>Sign in to use this network.")
      return Response(status: .ok, headers: [.contentType: "text/html"], body: ResponseBody(byteBuffer: page))
    case .otherUnit:
      return answer
    }
  }
}

extension ResponseBody {
  /// This body, one byte every 100 ms.
  fileprivate static func dripping(_ body: ResponseBody) -> ResponseBody {
    ResponseBody(contentLength: body.contentLength) { writer in
      try await body.write(DrippingWriter(writer: writer))
    }
  }

  /// 64 MiB of one string's beginning.
  fileprivate static var flood: ResponseBody {
    ResponseBody { writer in
      try await writer.write(ByteBuffer(string: #"{"id":""#))
      let chunk = ByteBuffer(repeating: UInt8(ascii: "0"), count: 64 << 10)
      for _ in 0..<1024 {
        try await writer.write(chunk)
      }
      try await writer.finish(nil)
    }
  }
}

/// Writes a body one byte at a time.
private struct DrippingWriter: ResponseBodyWriter {
  var writer: any ResponseBodyWriter

  mutating func write(_ buffer: ByteBuffer) async throws {
    for byte in buffer.readableBytesView {
      try await writer.write(ByteBuffer(bytes: [byte]))
      try await Task.sleep(for: .milliseconds(100))
    }
  }

  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
    try await writer.finish(trailingHeaders)
  }
}
