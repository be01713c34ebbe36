import Foundation
import SESSigning
import Testing

/// Requests to SES that botocore signed; the bodies are exact bytes.
@Suite("Requests that botocore signed for SES")
struct GoldenVectorTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let number: Int
        let method: String
        let target: String
        var body: String?
        var region = "us-east-1"
        var host = "email.us-east-1.amazonaws.com"
        let signature: String

        var testDescription: String { "\(number) \(method) \(target)" }
    }

    static let raw = #"{"Content": {"Raw": {"Data": "eA=="}}}"#
    static let configurationSets = "/v2/email/configuration-sets"
    static let vectors = [
        Vector(
            number: 1, method: "POST", target: configurationSets,
            body: #"{"ConfigurationSetName": "my-set", "ReputationOptions": {"ReputationMetricsEnabled": true, "#
                + #""LastFreshStart": 1577934245}}"#,
            signature: "4f5504c2c70231b106ac718f381958f9d1f7c76c12369a229d09476e265ede67"),
        Vector(
            number: 2, method: "GET", target: configurationSets + "/a%20b%2Fc",
            signature: "80aa637f03694eaae2871893bf91f9a3e2b69399f4a2a312b265e612d6ae8048"),
        Vector(
            number: 3, method: "GET", target: configurationSets + "?PageSize=2&NextToken=a%2Bb%2Fc%3D%3D",
            signature: "5f447954d4df678a21d4a44c196cf6cfc61e22c07df3edc0e31fdebdb74e8957"),
        Vector(
            number: 4, method: "DELETE", target: configurationSets + "/my-set",
            signature: "732f8f2f71e75395aa7f0893459acf7e6ad8e1dcdf1c38b2b3de76ead6de2775"),
        Vector(
            number: 5, method: "PUT", target: configurationSets + "/my-set/sending", body: "{}",
            signature: "300dfbd3e5b92595fd0b1af162318a9d940732108896755c02068398f29b75aa"),
        Vector(
            number: 6, method: "PUT", target: configurationSets + "/my-set/sending",
            body: #"{"SendingEnabled": false}"#,
            signature: "7adeeeaf5c8932991e52f2cc70aa867ba16b24e6ab8ae1aa189850af909394eb"),
        Vector(
            number: 7, method: "DELETE", target: configurationSets + "/my-set/event-destinations/d1",
            signature: "e47e23e0cb12fde51b326ba6e38e49aa75b97d5b2271d69d87c135dd74ef49bf"),
        Vector(
            number: 8, method: "GET", target: "/v2/email/identities/user%2Btag%40example.com",
            signature: "538ed7e40439d613749ad381223148cff412afff37e5c03c25da274fbd92b8e1"),
        Vector(
            number: 9, method: "GET", target: "/v2/email/insights/0100-abc-000000/",
            signature: "cbb94346033a6c814e2ba737b43ca19f328f9bba593b069f6044e1bc22e50066"),
        Vector(
            number: 10, method: "DELETE",
            target: "/v2/email/tags?ResourceArn=arn%3Aaws%3Ases%3Aus-east-1%3A123456789012%3Aconfiguration-set%2Fa"
                + "&TagKeys=k%201&TagKeys=k2",
            signature: "f7ca9432697dfbcc99307f02473e13a83d33c4a8fe176c691af87acdac6c0ce9"),
        Vector(
            number: 11, method: "GET",
            target: "/v2/email/suppression/addresses?Reason=BOUNCE&Reason=COMPLAINT"
                + "&StartDate=2020-01-02T03%3A04%3A05.678000Z",
            signature: "bb5d75872d2d451dd9b1db8eaf9f4fcad75270de091d7dee14bd76d99593a409"),
        Vector(
            number: 12, method: "POST", target: "/v2/email/outbound-emails",
            body: #"{"FromEmailAddress": "a@example.com", "ConfigurationSetName": "my-set", "#
                + #""Destination": {"ToAddresses": ["\u00e9@example.com"]}, "#
                + #""Content": {"Raw": {"Data": "/wBoaQ=="}}, "EmailTags": [{"Name": "n", "Value": "v"}]}"#,
            signature: "1ece73f5fc0f493d7ff2b8ce902277b4c9764e5b53fb4cbc51d2483d8bf7e6ac"),
        Vector(
            number: 13, method: "GET", target: "/v2/email/account",
            signature: "69b06f02eb95eb314798c90a583ca12c6e6b9064244dfdef4eaa15a8179579d7"),
        Vector(
            number: 14, method: "POST", target: "/v2/email/outbound-emails", body: raw,
            signature: "b79564aef3fb20d7f540ccf3545dfaca79f858a21fef56a7b2cfd7683232d0f3"),
        Vector(
            number: 15, method: "POST", target: "/v2/email/outbound-emails", body: raw,
            host: "email.us-east-1.api.aws",
            signature: "2378cc3f0934b92b14b0aa5b786e5d4d8237924a20c244f51875af9790bdb5f3"),
        Vector(
            number: 16, method: "POST", target: "/v2/email/outbound-emails", body: raw,
            host: "email-fips.us-east-1.amazonaws.com",
            signature: "fd7746cdbb5e0b86f52cac2eb1121eedf431ce9a6c16a09c19eb1bc08d1908b8"),
        Vector(
            number: 17, method: "POST", target: "/v2/email/outbound-emails", body: raw, region: "cn-north-1",
            host: "email.cn-north-1.amazonaws.com.cn",
            signature: "1dae1c8285ac7e19f267258b62f8dfd8044ba0ad9b8195b619c482d23f939092"),
        Vector(
            number: 18, method: "GET", target: configurationSets + "/x",
            signature: "ebdb805a4770f35bc4c286e4640ae5285b66f512b2371f840bb418dfe5dc134f"),
    ]

    @Test("The Authorization field is botocore's", arguments: vectors)
    func authorization(vector: Vector) throws {
        let target = vector.target.split(separator: "?").map(String.init)
        var request = AWSHTTPRequest(
            method: vector.method, host: vector.host, path: target[0], query: target.count > 1 ? target[1] : nil,
            body: Data((vector.body ?? "").utf8))
        if vector.body != nil { request.headers["Content-Type"] = "application/json" }
        let credentials = AWSCredentials(
            accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
        SigV4Signer(service: "ses", region: vector.region)
            .sign(&request, with: credentials, at: try Date(signing: "20260102T030405Z"))
        let names = vector.body == nil ? "host;x-amz-date" : "content-type;host;x-amz-date"
        #expect(
            request.authorization
                == "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/\(vector.region)/ses/aws4_request, "
                + "SignedHeaders=\(names), Signature=\(vector.signature)")
        #expect(request.headers["X-Amz-Date"] == "20260102T030405Z")
    }
}
