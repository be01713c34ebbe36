// A user who sends mail needs the values and the credentials as well: one import gives all three.
@_exported public import SESCore
@_exported public import SESSigning
