import ArgumentParser
import Scanning
import Station

/// `replay`: a recording through the decoder, without a network.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Put a recording through the decoder and print its scans.",
    discussion: "Exits 1 if they are not the scans that the file expects."
  )

  @Argument(help: "Recordings: text timelines of one scanner.", completion: .file(extensions: ["timeline"]))
  var files: [String]

  func run() throws {
    var isMet = true
    for file in files {
      let recording = try Recording(file: file)
      let scans = recording.scans
      for scan in scans { print("\(recording.name): \(Timeline.Expectation(scan))") }
      if !recording.timeline.isMet(by: scans) {
        isMet = false
        for expectation in recording.timeline.expectations { standardError("\(file): expected \(expectation)") }
      }
    }
    if !isMet { throw ExitCode.failure }
  }
}
