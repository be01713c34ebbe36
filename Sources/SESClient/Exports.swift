// A user who sends mail needs the values, the operations and the credentials as well: one import gives all. Not the events:
// they come with SESCore, and a program that only sends neither compiles nor carries them.
@_exported public import SESConnection
@_exported public import SESOperations
@_exported public import SESSigning
@_exported public import SESValues
