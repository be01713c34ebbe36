import SESClient

let ses = try SESv2Client(region: .euWest1)
let sent = try await ses.send(
    Email(from: "Shop <promo@example.com>", to: ["jane@example.org"], subject: "May sale", text: "…"),
    configurationSet: "promo-may2025")
print(sent.messageID)
