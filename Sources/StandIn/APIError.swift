import HTTPTypes

/// An answer other than 200 in the API's own words: a code, a message, and what was wrong with which parameter.
struct APIError: Error, Hashable {
  let code: Code
  let message: String
  /// The query parameter at fault.
  var parameter: String?

  /// The codes of the API, each with its HTTP status.
  enum Code: String, CaseIterable {
    case badRequest = "BAD_REQUEST"
    case unauthorized = "UNAUTHORIZED"
    case forbidden = "FORBIDDEN"
    case notFound = "NOT_FOUND"
    case timeout = "TIMEOUT"
    case conflict = "CONFLICT"
    case unprocessableContent = "UNPROCESSABLE_CONTENT"
    case tooManyRequests = "TOO_MANY_REQUESTS"
    case internalServerError = "INTERNAL_SERVER_ERROR"
    case badGateway = "BAD_GATEWAY"
    case serviceUnavailable = "SERVICE_UNAVAILABLE"
    case gatewayTimeout = "GATEWAY_TIMEOUT"

    var status: HTTPResponse.Status {
      switch self {
      case .badRequest: .badRequest
      case .unauthorized: .unauthorized
      case .forbidden: .forbidden
      case .notFound: .notFound
      case .timeout: .requestTimeout
      case .conflict: .conflict
      case .unprocessableContent: .unprocessableContent
      case .tooManyRequests: .tooManyRequests
      case .internalServerError: .internalServerError
      case .badGateway: .badGateway
      case .serviceUnavailable: .serviceUnavailable
      case .gatewayTimeout: .gatewayTimeout
      }
    }
  }

  static func badRequest(_ message: String, parameter: String? = nil) -> APIError {
    APIError(code: .badRequest, message: message, parameter: parameter)
  }

  static func notFound(_ message: String) -> APIError {
    APIError(code: .notFound, message: message)
  }

  /// The body: `{message, code, issues}`.
  var body: JSONValue {
    var issue: [String: JSONValue] = ["message": .string(message)]
    issue["path"] = parameter.map { .array([.string($0)]) }
    return ["message": .string(message), "code": .string(code.rawValue), "issues": .array([.object(issue)])]
  }
}
