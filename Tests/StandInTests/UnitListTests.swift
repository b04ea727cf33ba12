import StandIn
import Testing

@Suite struct UnitListTests {
  @Test(
    "A filter finds the units that fit, and no others",
    arguments: [
      ("serial_numbers=SN-2024-001234", ["SN-2024-001234"]),
      ("serial_numbers=sn-2024-001234", ["SN-2024-001234"]),
      ("serial_numbers=SN-2024-001234&serial_numbers=SN-2024-001233&limit=2", ["SN-2024-001234", "SN-2024-001233"]),
      ("serial_numbers=SN%3A2024%2B001245.B", ["SN:2024+001245.B"]),
      ("serial_numbers=SN%3A2024+001245.B", []),
      ("serial_numbers=SN-2024-009999", []),
      ("serial_numbers=SN-2024-00123", []),
      ("ids=a1000000-0000-4000-8000-000000000003", ["SN-2024-001234"]),
      ("part_numbers=sns-0012&part_numbers=CAB-0007", ["SYS-2024-000007", "SN-2024-001250", "SN:2024+001245.B"]),
      ("part_numbers=SNS-0012&revision_numbers=B", ["SN:2024+001245.B"]),
      ("batch_numbers=2019-w18", ["SN-2019-000001"]),
      ("procedure_ids=ad000000-0000-4000-8000-000000000003", ["SN-2024-001251"]),
      ("outcomes=ERROR&outcomes=TIMEOUT", ["SN-2024-001237", "SN-2024-001236"]),
      // the run that failed is another than the one of this procedure
      ("serial_numbers=SN-2024-001241&outcomes=FAIL&procedure_ids=ad000000-0000-4000-8000-000000000002", []),
      ("serial_numbers=SN-2024-001241&outcomes=FAIL", ["SN-2024-001241"]),
      ("serial_numbers=SN-2024-001241&outcomes=FAIL&latest_only=true", []),
      ("samples=golden&samples=failing", ["SN-2024-FAILING", "SN-2024-GOLDEN"]),
      ("serial_numbers=SN-2024-GOLDEN&samples=production", []),
      ("search_query=power", ["SN-2024-001251"]),
      ("search_query=power+unit+300", ["SN-2024-001251"]),
      ("search_query=Gr%C3%B6%C3%9Fe", ["SN-2024-001252"]),
      ("part_numbers=SNS-0012&exclude_units_with_parent=true", ["SN-2024-001250"]),
      ("serial_numbers=SN-2024-001234&metadata=&search_query=", ["SN-2024-001234"]),
      ("serial_numbers=SN-2024-001234&never_heard_of=1", ["SN-2024-001234"]),
    ])
  func filters(query: String, serialNumbers: [String]) async throws {
    try await RunningStandIn.use { standIn in
      let reply = try await standIn.get("/units?\(query)")
      #expect(reply.status == 200)
      #expect(try reply.serialNumbers == serialNumbers)
    }
  }

  @Test("The cursor leads through all units, each of them once", arguments: [1, 7, 10, 15, 30, 100])
  func paging(limit: Int) async throws {
    try await RunningStandIn.use { standIn in
      var seen: [String] = []
      var cursor: String? = ""
      while let position = cursor {
        let page = try await standIn.get("/units?limit=\(limit)\(position)")
        let serialNumbers = try page.serialNumbers
        #expect((1...limit).contains(serialNumbers.count))
        seen += serialNumbers
        switch try page.json[path: ["meta", "next_cursor"]] {
        case .integer(let next)?:
          #expect(try page.json[path: ["meta", "has_more"]] == .bool(true))
          cursor = "&cursor=\(next)"
        default:
          #expect(try page.json[path: ["meta"]] == ["has_more": .bool(false), "next_cursor": nil])
          cursor = nil
        }
      }
      let all = try Units(file: demoUnitsPath).records.map(\.serialNumber)
      #expect(seen.sorted() == all.sorted())
    }
  }

  @Test("A cursor past the end is an empty page")
  func pastTheEnd() async throws {
    try await RunningStandIn.use { standIn in
      let page = try await standIn.get("/units?cursor=1000").json
      #expect(page == ["data": .array([]), "meta": ["has_more": .bool(false), "next_cursor": nil]])
    }
  }

  @Test(
    "The newest unit comes first, or what sort_by and sort_order say",
    arguments: [
      ("", "SN-2024-001247", "SN-2024-001238"),
      ("&sort_order=asc", "SN-2024-001238", "SN-2024-001247"),
      ("&sort_by=serial_number&sort_order=asc", "SN-2024-001238", "SN-2024-001247"),
      ("&sort_by=last_run_at", "SN-2024-001247", "SN-2024-001239"),
      ("&sort_by=last_run_procedure&sort_order=asc", "SN-2024-001239", "SN-2024-001238"),
    ])
  func order(sort: String, first: String, last: String) async throws {
    try await RunningStandIn.use { standIn in
      let serialNumbers = [1239, 1247, 1238].map { "serial_numbers=SN-2024-00\($0)" }.joined(separator: "&")
      let found = try await standIn.get("/units?\(serialNumbers)\(sort)").serialNumbers
      #expect(found.count == 3)
      #expect(found.first == first)
      #expect(found.last == last)
    }
  }

  @Test(
    "A parameter that the API refuses, or that is not stood in for, is BAD_REQUEST and names itself",
    arguments: [
      ("limit", "0"), ("limit", "101"), ("limit", "ten"), ("cursor", "-1"), ("cursor", "abc"), ("outcomes", "pass"),
      ("samples", "gold"), ("latest_only", "yes"), ("sort_by", "id"), ("sort_order", "down"), ("run_count_min", "1"),
      ("created_after", "2026-01-01T00%3A00%3A00Z"), ("metadata", "%7B%22a%22%3A1%7D"),
    ])
  func refused(name: String, value: String) async throws {
    try await RunningStandIn.use { standIn in
      let reply = try await standIn.get("/units?\(name)=\(value)")
      #expect(reply.status == 400)
      #expect(try reply.json[path: ["code"]] == "BAD_REQUEST")
      #expect(try reply.json[path: ["issues"]]?.elements.first?[path: ["path"]] == .array([.string(name)]))
    }
  }
}
