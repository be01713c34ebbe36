// Who needs a value of SES may need any: one import gives all. They are compiled apart, so that two are compiled at once and
// no compiler holds them all.
@_exported public import SESEvents
@_exported public import SESNames
@_exported public import SESValues
