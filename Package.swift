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

let package = Package(
    name: "swift-ses",
    platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
    products: [
        .library(name: "SESCore", targets: ["SESCore"]),
        .library(name: "SESSigning", targets: ["SESSigning"]),
        .library(name: "SESClient", targets: ["SESClient"]),
        .library(name: "SESTesting", targets: ["SESTesting"]),
    ],
    traits: [
        .default(enabledTraits: []),
        .trait(
            name: "CryptoSupport",
            description: "swift-crypto: hashes by the processor's instructions, SigV4a for multi-region endpoints."),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto.git", "3.12.3"..<"5.0.0"),
    ],
    targets: [
        .target(name: "SESCore", swiftSettings: strict),
        .target(name: "SESSigning", dependencies: crypto, swiftSettings: strict),
        .target(name: "SESClient", dependencies: ["SESCore", "SESSigning"], swiftSettings: strict),
        .target(name: "SESTesting", dependencies: ["SESClient", "SESCore", "SESSigning"], swiftSettings: strict),
        .executableTarget(
            name: "ses-quickstart", dependencies: ["SESClient", "SESCore", "SESTesting"], swiftSettings: strict),
        .executableTarget(name: "ses-benchmark", dependencies: ["SESCore", "SESSigning"], swiftSettings: strict),
        .executableTarget(
            name: "ses-conformance", dependencies: ["SESClient", "SESCore", "SESSigning"], swiftSettings: strict),
        .testTarget(
            name: "SESCoreTests", dependencies: ["SESCore"], resources: [.copy("Fixtures")], swiftSettings: strict),
        .testTarget(
            name: "SESSigningTests", dependencies: ["SESSigning"] + crypto, resources: [.copy("Fixtures")],
            swiftSettings: strict),
        .testTarget(
            name: "SESClientTests", dependencies: ["SESClient", "SESCore", "SESSigning"],
            resources: [.copy("Fixtures")], swiftSettings: strict),
        // Against moto's server; runs only where SES_MOTO_URL says where that is.
        .testTarget(name: "MotoTests", dependencies: ["SESClient", "SESCore"], swiftSettings: strict),
        .testTarget(
            name: "QuickstartTests", dependencies: ["ses-quickstart", "SESTesting", "SESClient", "SESCore"],
            swiftSettings: strict),
        .testTarget(
            name: "SESTestingTests", dependencies: ["SESTesting", "SESClient", "SESCore", "SESSigning"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
