// What arrives is made of SESCore's values, and what is fetched goes through SESClient's transport: one import gives all.
@_exported public import SESClient
@_exported public import SESCore
