// A program that only reads events and signs; see linkage.sh.
import FoundationEssentials
import SESCore
import SESSigning

let event = """
    {"eventType":"Bounce","mail":{"messageId":"m1","timestamp":"2025-05-01T09:00:00.000Z",
    "tags":{"ses:configuration-set":["promo-may2025"]}},
    "bounce":{"bounceType":"Permanent","bouncedRecipients":[{"emailAddress":"jane@example.org"}]}}
    """
let events = try SESEvent.decodeAll(from: event)

let set = ConfigurationSet("promo-may2025", deliveryOptions: DeliveryOptions(tlsPolicy: .require))
try set.validate()

var request = AWSHTTPRequest(
    method: "POST", host: "email.us-east-1.amazonaws.com", path: "/v2/email/configuration-sets",
    body: try JSONEncoder().encode(set))
SigV4Signer(service: "ses", region: "us-east-1")
    .sign(&request, with: AWSCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "secret"), at: Date())

print("read \(events.count) event of \(events.first?.mail.configurationSet ?? "none"), signed \(request.url)")
