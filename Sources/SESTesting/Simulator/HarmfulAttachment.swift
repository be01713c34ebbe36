public import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SESSimulator {
    /// An attachment that is harmless and that the service takes for a virus: mail with it ends in a Reject event.
    ///
    /// It is the EICAR test file, which works with the real service too.
    public static var harmfulAttachment: EmailAttachment {
        EmailAttachment(rawContent: EICAR.file, fileName: "eicar.txt")
    }
}
