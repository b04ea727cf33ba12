// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// A target of ours: a line of the design's table, importing what stands below it.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource] = [],
  linkerSettings: [LinkerSetting] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: strict,
    linkerSettings: linkerSettings)
}

let package = Package(
  name: "scangate",
  products: [.executable(name: "scangate", targets: ["scangate"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    // Without its traits it needs neither all of Foundation nor swift-configuration.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .executableTarget(
      name: "scangate",
      dependencies: [
        "Station", "Doctor", "Settings", "ServiceManager", "Devices", "Journal", "Signals", "Gating", "Layouts",
        "Scanning", "StandIn", "TofuPilot",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      swiftSettings: strict,
      linkerSettings: [.unsafeFlags(["-Xlinker", "--strip-all"], .when(configuration: .release))]
    ),
    module(
      "Station",
      [
        "Settings", "ServiceManager", "Devices", "TofuPilot", "Journal", "Signals", "Gating", "Scanning",
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    module(
      "Doctor",
      ["Station", "Settings", "ServiceManager", "Devices", "TofuPilot", "Journal", "Signals", "Gating", "Scanning"]),
    module("ServiceManager", [.product(name: "Logging", package: "swift-log")]),
    module(
      "Journal",
      [
        "Gating", "Scanning",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module(
      "Settings",
      [
        "Devices", "Patterns", "Layouts", "Signals", "Gating", "Scanning", "CYAML",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module("Devices", ["Scanning", "CUdev", "CLinuxInput"]),
    module(
      "TofuPilot",
      [
        "Gating", "Scanning",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOTLS", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ]),
    module(
      "StandIn",
      [
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]),
    module("Layouts", ["Scanning", "CXKBCommon"]),
    module("Patterns", ["Scanning", "CPCRE2"]),
    module("Signals", ["Scanning"]),
    module("Gating", ["Scanning"]),
    module("Scanning"),

    .target(name: "CLinuxInput"),
    .systemLibrary(name: "CUdev", pkgConfig: "libudev", providers: [.apt(["libudev-dev"])]),
    .systemLibrary(name: "CXKBCommon", pkgConfig: "xkbcommon", providers: [.apt(["libxkbcommon-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),

    tests("ScanningTests", ["Scanning", "Layouts"], exclude: ["Fixtures"]),
    tests("GatingTests", ["Gating", "Scanning"]),
    tests("SignalsTests", ["Signals", "Settings", "Scanning"]),
    tests("PatternsTests", ["Patterns", "Scanning"]),
    tests("LayoutsTests", ["Layouts", "Scanning", "CXKBCommon"], resources: [.copy("Fixtures")]),
    tests("SettingsTests", ["Settings", "Devices", "Signals", "Gating", "Scanning"]),
    tests(
      "StationTests",
      [
        "Station", "Settings", "ServiceManager", "Journal", "Devices", "Signals", "Gating", "Scanning", "CLinuxInput",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      resources: [.copy("Frames")]),
    tests(
      "JournalTests", ["Journal", "Gating", "Scanning", .product(name: "GRDB", package: "GRDB.swift")],
      // SQLite's calls are to find the tests' own, which counts them.
      linkerSettings: [.unsafeFlags(["-Xlinker", "--export-dynamic-symbol=fdatasync"])]),
    tests("ServiceManagerTests", ["ServiceManager", .product(name: "Logging", package: "swift-log")]),
    tests("DoctorTests", ["Doctor", "Station", "Settings", "Devices", "TofuPilot", "Journal", "Gating"]),
    tests(
      "TofuPilotTests",
      [
        "TofuPilot", "Gating", "Scanning",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ], exclude: ["Certificates", "Fixtures"]),
    tests(
      "StandInTests",
      [
        "StandIn",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "ServiceLifecycleTestKit", package: "swift-service-lifecycle"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ], exclude: ["official_client.py"]),
    tests(
      "CommandTests",
      [
        "scangate", "Journal", "Scanning", "Floor",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    tests(
      "DevicesTests",
      [
        "Devices", "Layouts", "Scanning", "CLinuxInput", "CUMockdev", "CMockInput", "scangate",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .systemLibrary(
      name: "CUMockdev", path: "Tests/CUMockdev", pkgConfig: "umockdev-1.0", providers: [.apt(["libumockdev-dev"])]),
    .target(name: "CMockInput", dependencies: ["CUMockdev"], path: "Tests/CMockInput"),
    tests(
      "VirtualStation",
      [
        "scangate", "CUSBRedir", "Floor",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ], exclude: ["image", "init", "Installed/System"]),
    .systemLibrary(
      name: "CUSBRedir", path: "Tests/CUSBRedir", pkgConfig: "libusbredirparser-0.5",
      providers: [.apt(["libusbredirparser-dev"])]),

    .executableTarget(
      name: "benchmark", dependencies: ["Journal", "Gating", "Floor", "CLinuxInput", "CUMockdev", "CMockInput"],
      path: "Tests/Benchmarks",
      exclude: ["Floor"], swiftSettings: strict),
    .target(name: "Floor", path: "Tests/Benchmarks/Floor"),
  ]
)
