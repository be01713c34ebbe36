// A user who sends mail needs the values, the operations and the credentials as well: one import gives all.
@_exported public import SESConnection
@_exported public import SESCore
@_exported public import SESOperations
@_exported public import SESSigning
