// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// Third-party code comes in by trait only: a package whose every product is behind a trait that is off is neither fetched
// nor built. Each trait has its packages here and its products below.
let crypto: [Target.Dependency] = [
    .product(name: "Crypto", package: "swift-crypto", condition: .when(traits: ["CryptoSupport"]))
]
let certificates: [Target.Dependency] =
    crypto + [
        .product(name: "_CryptoExtras", package: "swift-crypto", condition: .when(traits: ["CryptoSupport"])),
        .product(name: "X509", package: "swift-certificates", condition: .when(traits: ["CryptoSupport"])),
        .product(name: "SwiftASN1", package: "swift-asn1", condition: .when(traits: ["CryptoSupport"])),
    ]
let asyncHTTPClient: [Target.Dependency] = [
    .product(
        name: "AsyncHTTPClient", package: "async-http-client", condition: .when(traits: ["AsyncHTTPClientSupport"])),
    .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClientSupport"])),
    .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClientSupport"])),
    .product(name: "NIOPosix", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClientSupport"])),
    .product(
        name: "NIOHTTPCompression", package: "swift-nio-extras", condition: .when(traits: ["AsyncHTTPClientSupport"])),
    .product(name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["AsyncHTTPClientSupport"])),
]
let observers: [Target.Dependency] = [
    .product(name: "Logging", package: "swift-log", condition: .when(traits: ["LoggingSupport"])),
    .product(name: "Metrics", package: "swift-metrics", condition: .when(traits: ["MetricsSupport"])),
    .product(name: "Tracing", package: "swift-distributed-tracing", condition: .when(traits: ["TracingSupport"])),
]
let observerTests: [Target.Dependency] =
    observers + [
        .product(name: "InMemoryLogging", package: "swift-log", condition: .when(traits: ["LoggingSupport"])),
        .product(name: "MetricsTestKit", package: "swift-metrics", condition: .when(traits: ["MetricsSupport"])),
        .product(
            name: "InMemoryTracing", package: "swift-distributed-tracing", condition: .when(traits: ["TracingSupport"])),
    ]
let configuration: [Target.Dependency] = [
    .product(name: "Configuration", package: "swift-configuration", condition: .when(traits: ["ConfigurationSupport"]))
]
let serviceLifecycle: [Target.Dependency] = [
    .product(
        name: "ServiceLifecycle", package: "swift-service-lifecycle",
        condition: .when(traits: ["ServiceLifecycleSupport"]))
]
let serviceLifecycleTests: [Target.Dependency] =
    serviceLifecycle + [
        .product(name: "Logging", package: "swift-log", condition: .when(traits: ["ServiceLifecycleSupport"]))
    ]

let package = Package(
    name: "swift-ses",
    platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
    products: [
        .library(name: "SESCore", targets: ["SESCore"]),
        .library(name: "SESSigning", targets: ["SESSigning"]),
        .library(name: "SESClient", targets: ["SESClient"]),
        .library(name: "SESIntake", targets: ["SESIntake"]),
        .library(name: "SESMonitoring", targets: ["SESMonitoring"]),
        .library(name: "SESTesting", targets: ["SESTesting"]),
    ],
    traits: [
        .default(enabledTraits: []),
        .trait(
            name: "CryptoSupport",
            description:
                "swift-crypto, swift-certificates: fast hashes, SigV4a for multi-region endpoints, Amazon SNS's signatures."
        ),
        .trait(
            name: "AsyncHTTPClientSupport",
            description: "async-http-client: the transport for servers, in place of URLSession."),
        .trait(name: "LoggingSupport", description: "swift-log: an observer that logs every call."),
        .trait(name: "MetricsSupport", description: "swift-metrics: an observer that counts and times every call."),
        .trait(
            name: "TracingSupport",
            description: "swift-distributed-tracing: an observer that makes a span of every call."),
        .trait(
            name: "ConfigurationSupport",
            description: "swift-configuration: a client made from keys of a ConfigReader."),
        .trait(
            name: "ServiceLifecycleSupport",
            description: "swift-service-lifecycle: the consumer of a queue as a service."),
        .trait(
            name: "Server",
            description: "What a service turns on: all of the others.",
            enabledTraits: [
                "AsyncHTTPClientSupport", "ConfigurationSupport", "CryptoSupport", "LoggingSupport", "MetricsSupport",
                "ServiceLifecycleSupport", "TracingSupport",
            ]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto.git", "3.12.3"..<"5.0.0"),
        .package(url: "https://github.com/apple/swift-certificates.git", from: "1.21.1"),
        .package(url: "https://github.com/apple/swift-asn1.git", from: "1.7.4"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0", traits: []),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.100.0"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.26.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.30.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-distributed-tracing.git", from: "1.7.3"),
        .package(url: "https://github.com/apple/swift-configuration.git", from: "1.4.0", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.8.0"),
    ],
    targets: [
        // SESCore is these three, compiled apart: the build takes less time and memory.
        .target(name: "SESNames", swiftSettings: strict),
        .target(name: "SESEvents", dependencies: ["SESNames"], swiftSettings: strict),
        .target(name: "SESValues", dependencies: ["SESNames"], swiftSettings: strict),
        .target(name: "SESCore", dependencies: ["SESEvents", "SESNames", "SESValues"], swiftSettings: strict),
        .target(name: "SESSigning", dependencies: crypto, swiftSettings: strict),
        // Exported by SESClient, and apart from it for the same reason. SESConnection knows neither values nor operations:
        // it is compiled beside them. None of them knows SESEvents: who only sends doesn't compile or carry it.
        .target(name: "SESOperations", dependencies: ["SESNames", "SESValues"], swiftSettings: strict),
        .target(
            name: "SESConnection", dependencies: ["SESNames", "SESSigning"] + asyncHTTPClient + observers,
            swiftSettings: strict),
        .target(
            name: "SESClient",
            dependencies: ["SESConnection", "SESNames", "SESOperations", "SESSigning", "SESValues"] + configuration,
            swiftSettings: strict),
        .target(
            name: "SESIntake",
            dependencies: ["SESClient", "SESCore", "SESSigning"] + certificates + serviceLifecycle,
            swiftSettings: strict),
        .target(name: "SESMonitoring", dependencies: ["SESClient", "SESCore", "SESSigning"], swiftSettings: strict),
        .target(
            name: "SESTesting", dependencies: ["SESClient", "SESCore", "SESSigning"] + certificates,
            swiftSettings: strict),
        .executableTarget(
            name: "ses-quickstart", dependencies: ["SESClient", "SESCore", "SESMonitoring", "SESTesting"],
            swiftSettings: strict),
        .executableTarget(
            name: "ses-benchmark",
            dependencies: ["SESClient", "SESCore", "SESMonitoring", "SESSigning"] + asyncHTTPClient,
            swiftSettings: strict),
        .executableTarget(
            name: "ses-conformance", dependencies: ["SESClient", "SESCore", "SESSigning"], swiftSettings: strict),
        .testTarget(
            name: "SESCoreTests", dependencies: ["SESCore", "SESEvents", "SESNames"], resources: [.copy("Fixtures")],
            swiftSettings: strict),
        .testTarget(
            name: "SESSigningTests", dependencies: ["SESSigning"] + crypto, resources: [.copy("Fixtures")],
            swiftSettings: strict),
        .testTarget(
            name: "SESClientTests",
            dependencies: ["SESClient", "SESConnection", "SESCore", "SESSigning"] + observerTests + configuration
                + asyncHTTPClient,
            resources: [.copy("Fixtures")], swiftSettings: strict),
        .testTarget(
            name: "SESIntakeTests",
            dependencies: ["SESIntake", "SESClient", "SESCore", "SESSigning", "SESTesting"] + certificates
                + serviceLifecycleTests,
            swiftSettings: strict),
        .testTarget(
            name: "SESMonitoringTests",
            dependencies: ["SESMonitoring", "SESClient", "SESCore", "SESEvents", "SESSigning", "SESTesting"],
            resources: [.copy("CloudWatch/Fixtures"), .copy("Comparison/statistics.jsonl")], swiftSettings: strict),
        // Against moto's server; runs only where SES_MOTO_URL says where that is.
        .testTarget(
            name: "MotoTests", dependencies: ["SESClient", "SESCore", "SESMonitoring", "SESSigning"],
            swiftSettings: strict),
        .testTarget(
            name: "QuickstartTests",
            dependencies: ["ses-quickstart", "SESMonitoring", "SESTesting", "SESClient", "SESCore"],
            swiftSettings: strict),
        .testTarget(
            name: "SESTestingTests",
            dependencies: ["SESTesting", "SESClient", "SESCore", "SESSigning"] + observerTests,
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
