extension StationCondition {
  /// The answer on health: `{"status":"ok"|"hold","cause":…,"lanes":[{"lane":"1","cause":null}]}`.
  var json: JSONLine {
    var line = JSONLine()
    line.add("status", trouble == nil ? "ok" : "hold")
    line.add("cause", trouble)
    line.add("stand_in", isStandIn)
    line.add(
      "lanes",
      lanes.sorted { $0.key < $1.key }.map { lane, cause in
        var line = JSONLine()
        line.add("lane", lane)
        line.add("cause", cause)
        return line
      })
    return line
  }
}
