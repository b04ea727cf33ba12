import Gating

/// One JSON object a line, tagged by `type`: every key always present, fields only ever added.
package struct JSONOutput: Output {
  private let sink: any LineSink

  package init(_ sink: any LineSink) {
    self.sink = sink
  }

  package func tell(_ event: StationEvent) {
    switch event {
    case .verdict(let record): sink.write(line: record.json.closed)
    case .scanner(let change): sink.write(line: change.json.closed)
    case .indicator(let change): sink.write(line: change.json.closed)
    case .station(let change): sink.write(line: change.json.closed)
    case .view: break
    }
  }

  package func pass(_ token: WatchdogToken) {
    sink.pass(token)
  }
}

extension ScannerChange {
  var json: JSONLine {
    var line = JSONLine()
    line.add("type", "scanner")
    line.add("at", at.iso8601)
    line.add("lane", lane)
    line.add("state", state.rawValue)
    line.add("scanner", scanner)
    line.add("cause", cause)
    return line
  }
}

extension StationChange {
  var json: JSONLine {
    var line = JSONLine()
    line.add("type", "station")
    line.add("at", at.iso8601)
    line.add("station", station)
    line.add("lane", nil as String?)
    line.add("state", state.rawValue)
    line.add("cause", cause)
    line.add("changes", changes)
    line.add("stand_in", api?.isStandIn ?? false)
    return line
  }
}
