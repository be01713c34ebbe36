import Foundation
import SESIntake
import Testing

@Suite("An error of the intake")
struct SESIntakeErrorTests {
    @Test("says its code and what happened, however it is printed")
    func text() {
        let error = SESIntakeError(.tooLarge, message: "the body has more than 10 bytes")
        #expect(error.description == "tooLarge: the body has more than 10 bytes")
        #expect(String(reflecting: error) == error.description)
        #expect(error.localizedDescription == error.description)
    }

    @Test("codes differ by their names")
    func codes() {
        #expect(SESIntakeError.Code.tooLarge != .malformedDelivery)
        #expect(Set([SESIntakeError.Code.tooLarge, .tooLarge]).count == 1)
    }
}
