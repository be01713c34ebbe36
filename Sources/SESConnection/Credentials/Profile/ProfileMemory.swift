import SESSigning

/// What the sources of profiles remember from one reading of the files to the next.
///
/// The rest is read and built anew each time, so that what was changed counts at once.
final class ProfileMemory: Sendable {
    /// The instance, by itself and as a role's `credential_source`: it has to know what it gave last.
    let instance: InstanceMetadataCredentialProvider
    let tokens = SSOTokenMemory()

    init(context: CredentialContext) {
        instance = InstanceMetadataCredentialProvider(context: context)
    }
}
