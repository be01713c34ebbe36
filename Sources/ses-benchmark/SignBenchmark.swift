import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Signs the request that `.ci/sign-benchmark.py` gives to botocore and awscrt too.
enum SignBenchmark {
    static let subcommand = Subcommand(
        usage: "sign", summary: "signatures a second (POST, ten header fields, session token) and SHA-256", run: run)

    private static func run(_ arguments: [String]) -> Bool {
        guard arguments.isEmpty else { return false }
        report("sign.2k", signatures(bodySize: 2048), "signatures/s")
        report("sign.1m", signatures(bodySize: 1 << 20), "signatures/s")
        report("sha256", hashing(bytes: 1 << 20), "MB/s")
        return true
    }

    private static func report(_ name: String, _ rate: Double, _ unit: String) {
        print("\(name) \(Int(rate.rounded())) \(unit)")
    }

    private static func signatures(bodySize: Int) -> Double {
        let signer = SigV4Signer(service: "ses", region: "us-east-1")
        let credentials = AWSCredentials(
            accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
            sessionToken: String(repeating: "FwoGZXIvYXdzEXAMPLE/", count: 18))
        let request = self.request(bodySize: bodySize)
        let date = Date(timeIntervalSince1970: 1_767_323_045)
        return Measurement { count in
            for _ in 0..<count {
                var signed = request
                signer.sign(&signed, with: credentials, at: date)
            }
        }.median
    }

    private static func hashing(bytes: Int) -> Double {
        let data = [UInt8](repeating: 0x61, count: bytes)
        return Measurement { count in
            for _ in 0..<count { _ = SHA256Hasher.hash(data) }
        }.median * Double(bytes) / 1e6
    }

    private static func request(bodySize: Int) -> AWSHTTPRequest {
        AWSHTTPRequest(
            method: "POST", host: "email.us-east-1.amazonaws.com", path: "/v2/email/outbound-emails",
            headers: [
                "Host": "email.us-east-1.amazonaws.com",
                "Content-Type": "application/json",
                "Content-Length": String(bodySize),
                "Accept": "application/json",
                "Accept-Encoding": "identity",
                "User-Agent": "swift-ses benchmark",
                "amz-sdk-invocation-id": "0f0e0d0c-0b0a-4908-8706-050403020100",
                "amz-sdk-request": "attempt=1; max=3",
                "X-Amz-Target": "SimpleEmailService_v2.SendEmail",
                "X-Correlation-Id": "0123456789abcdef",
            ], body: Data(repeating: 0x61, count: bodySize))
    }
}
