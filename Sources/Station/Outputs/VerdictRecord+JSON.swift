import Gating
import Scanning

extension VerdictRecord {
  /// The record as the design's §4 object.
  package var json: JSONLine {
    var line = JSONLine()
    line.add("type", "verdict")
    line.add("at", at.iso8601)
    line.add("station", station)
    line.add("lane", lane)
    line.add("scan", scan)
    line.add("serial_number", serialNumber?.text)
    line.add("verdict", verdict.code)
    line.add("shown", shown)
    line.add("reasons", verdict.findings.map(\.json))
    line.add("policy", verdict.policy.rawValue)
    line.add("rule", verdict.rule)
    line.add("unit", verdict.unit?.json)
    line.add("run", verdict.run?.json)
    line.add("attempts", attempts)
    line.add("latency_ms", milliseconds: latency)
    line.add("config", configuration)
    line.add("stand_in", standIn)
    line.add("status", status)
    line.add("request_ms", milliseconds: requestTime)
    line.add("allowed_outcomes", Outcome.known.filter(verdict.allowedOutcomes.contains).map(\.text))
    line.add("passed_before", passedBefore?.iso8601)
    line.add("symbology", symbology?.text)
    return line
  }
}

extension Finding {
  fileprivate var json: JSONLine {
    var line = JSONLine()
    line.add("code", code.rawValue)
    line.add("action", action.rawValue)
    line.add("text", text)
    line.add("detail", detail)
    return line
  }
}

extension Unit {
  fileprivate var json: JSONLine {
    var line = JSONLine()
    line.add("id", id)
    line.add("serial_number", serialNumber)
    line.add("part_number", part?.number)
    line.add("part_name", part?.name)
    line.add("revision_number", part?.revisionNumber)
    line.add("batch_number", batchNumber)
    line.add("sample", sample?.text)
    // What is not said and what is not there are two things to a demand.
    line.add("in_batch", batch.map { $0 != .none })
    line.add("created_at", createdAt?.iso8601)
    line.add("children", children?.map(\.json))
    return line
  }
}

extension Unit.Child {
  fileprivate var json: JSONLine {
    var line = JSONLine()
    line.add("id", id)
    line.add("serial_number", serialNumber)
    line.add("part_number", part?.number)
    line.add("part_name", part?.name)
    line.add("revision_number", part?.revisionNumber)
    return line
  }
}

extension Run {
  fileprivate var json: JSONLine {
    var line = JSONLine()
    line.add("id", id)
    line.add("outcome", outcome.text)
    line.add("procedure_id", procedureID)
    line.add("procedure", procedure)
    line.add("ended_at", endedAt?.iso8601)
    line.add("running", ending == .running)
    return line
  }
}
