// Names are part of nearly every declaration here, and the export makes them known in every file.
@_exported public import SESNames
