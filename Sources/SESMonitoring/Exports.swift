// What is counted are SESCore's events, and what alerts leave through is SESClient's transport: one import gives all.
@_exported public import SESClient
@_exported public import SESCore
