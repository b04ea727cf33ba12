/// What `GET /v2/units` asks for: which units, in which order, which page of them.
///
/// `cursor` is the number of units before the page. Units are known with their first and their last run, so the filters
/// on runs see these two. Times compare as text: the units file writes them in UTC.
struct UnitQuery {
  /// One set a filter: the unit must have one of its values at the path.
  private var demanded: [(path: [String], values: Set<FoldedText>)]
  private var outcomes: [String]
  private var procedureIDs: [String]
  private var latestOnly: Bool
  private var samples: [String]
  private var search: FoldedText?
  private var withoutParent: Bool
  private var withMetadata: Bool
  private var order: (path: [String], descending: Bool)
  private var cursor: Int
  private var limit: Int

  init(_ parameters: Parameters) throws(APIError) {
    for name in Self.notStoodIn where !parameters[name].isEmpty {
      throw .badRequest("The stand-in has no filter \(name)", parameter: name)
    }
    demanded = Self.numberFilters.compactMap { name, path in
      let values = parameters[name]
      return values.isEmpty ? nil : (path, Set(values.map(FoldedText.init)))
    }
    outcomes = try parameters.choices("outcomes", of: ["PASS", "FAIL", "ERROR", "TIMEOUT", "ABORTED"])
    procedureIDs = parameters["procedure_ids"]
    latestOnly = try parameters.flag("latest_only")
    samples = try parameters.choices("samples", of: ["production", "golden", "failing", "ignored"])
    search = parameters["search_query"].last.map(FoldedText.init)
    withoutParent = try parameters.flag("exclude_units_with_parent")
    withMetadata = try parameters.flag("include_metadata")
    let sortBy = try parameters.choices("sort_by", of: Self.sortPaths.map(\.key)).last ?? "created_at"
    let path = Self.sortPaths.first { $0.key == sortBy }?.value ?? []
    order = (path, try parameters.choices("sort_order", of: ["asc", "desc"]).last != "asc")
    cursor = try parameters.integer("cursor", in: 0...Int(Int32.max)) ?? 0
    limit = try parameters.integer("limit", in: 1...100) ?? 50
  }

  /// The page of these units that was asked for: `{data, meta}`.
  func page(of records: [UnitRecord]) -> JSONValue {
    let found = records.filter(fits).sorted(by: precedes)
    let page = found.dropFirst(cursor).prefix(limit)
    let hasMore = page.endIndex < found.endIndex
    return [
      "data": .array(page.map { $0.listItem(withMetadata: withMetadata) }),
      "meta": ["has_more": .bool(hasMore), "next_cursor": hasMore ? .integer(Int64(page.endIndex)) : .null],
    ]
  }

  private func fits(_ unit: UnitRecord) -> Bool {
    demanded.allSatisfy { filter in
      unit[path: filter.path]?.string.map { filter.values.contains(FoldedText($0)) } ?? false
    }
      && (samples.isEmpty || samples.contains(unit[path: ["sample"]]?.string ?? "production"))
      && (!withoutParent || unit[path: ["parent"]] == .null)
      && isFound(unit)
      && hasRun(unit)
  }

  private func isFound(_ unit: UnitRecord) -> Bool {
    guard let search else { return true }
    return Self.searchedPaths.contains { path in
      unit[path: path]?.string.map { FoldedText($0).contains(search) } ?? false
    }
  }

  /// One and the same run must have an outcome and a procedure of those asked for.
  private func hasRun(_ unit: UnitRecord) -> Bool {
    guard !outcomes.isEmpty || !procedureIDs.isEmpty else { return true }
    let runs = (latestOnly ? ["last_run"] : ["created_during", "last_run"]).compactMap { unit[path: [$0]] }
    return runs.contains { run in
      (outcomes.isEmpty || outcomes.contains(run[path: ["outcome"]]?.string ?? ""))
        && (procedureIDs.isEmpty || procedureIDs.contains(run[path: ["procedure", "id"]]?.string ?? ""))
    }
  }

  private func precedes(_ one: UnitRecord, _ other: UnitRecord) -> Bool {
    let keys = [one, other].map { [$0[path: order.path]?.string ?? "", $0.serialNumber] }
    return order.descending
      ? keys[1].lexicographicallyPrecedes(keys[0]) : keys[0].lexicographicallyPrecedes(keys[1])
  }

  private static let numberFilters: KeyValuePairs = [
    "ids": ["id"],
    "serial_numbers": ["serial_number"],
    "part_numbers": ["part", "number"],
    "revision_numbers": ["part", "revision", "number"],
    "batch_numbers": ["batch", "number"],
    "created_by_user_ids": ["created_by_user", "id"],
    "created_by_station_ids": ["created_by_station", "id"],
  ]
  private static let sortPaths: KeyValuePairs = [
    "created_at": ["created_at"],
    "serial_number": ["serial_number"],
    "part_number": ["part", "number"],
    "last_run_at": ["last_run", "started_at"],
    "last_run_procedure": ["last_run", "procedure", "name"],
  ]
  private static let searchedPaths = [["serial_number"], ["part", "number"], ["part", "name"]]
  // Refused rather than ignored: a list that looks filtered and is not would mislead.
  private static let notStoodIn = [
    "metadata", "run_count_min", "run_count_max", "started_after", "started_before", "created_after", "created_before",
  ]
}
