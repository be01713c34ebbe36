import SESClient
import SESTesting
import Testing

@testable import Shop

@Suite("A shop that sends with configuration sets")
struct ShopTests {
    let simulator = SESSimulator(engagement: EngagementModel(openRate: 1, clickRate: 1))
    let ses: SESv2Client

    init() {
        ses = SESv2Client(simulator: simulator)
    }

    private func deliverEvents(to shop: Shop) async throws {
        await simulator.settle()
        for delivery in await simulator.takeDeliveries() { try await shop.receive(delivery.body) }
    }

    @Test("a hard bounce and a complaint leave the list, a click counts for its set")
    func listStaysClean() async throws {
        try await Shop.prepare(ses)
        let shop = Shop(
            customers: ["jane@example.org", "bounce@simulator.amazonses.com", "complaint@simulator.amazonses.com"],
            ses: ses)
        try await shop.advertise()
        try await deliverEvents(to: shop)
        #expect(await shop.customers == ["jane@example.org"])
        #expect(await shop.clicks == ["promo-may2025": 1])
    }

    @Test("a receipt goes out with the transactional set")
    func receipt() async throws {
        try await Shop.prepare(ses)
        let shop = Shop(customers: [], ses: ses)
        let id = try await shop.confirm(order: 7, to: "jane@example.org")
        let mail = await simulator.sentMails.last
        #expect(mail?.messageID == id)
        #expect(mail?.configurationSet == "transactional")
    }

    @Test("a send whose answer is lost is not repeated")
    func lostAnswer() async throws {
        try await Shop.prepare(ses)
        let shop = Shop(customers: [], ses: ses)
        await simulator.inject(.connectionReset(processed: true), on: SendEmail.self)
        let error = await #expect(throws: SESv2Error.self) {
            try await shop.confirm(order: 7, to: "jane@example.org")
        }
        #expect(error?.code == .outcomeUnknown)
        #expect(await simulator.sentMails.count == 1)
    }

    @Test("an address that can't be one is refused before anything is sent")
    func badAddress() async throws {
        let shop = Shop(customers: [], ses: ses)
        await #expect(throws: SESValueError.self) { try await shop.confirm(order: 7, to: "jane example.org") }
        #expect(await simulator.sentMails.isEmpty)
    }
}
