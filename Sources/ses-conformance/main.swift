import Foundation
import SESClient

// Compares this library's requests and answers with those of AWS's own serializer, botocore.
// Reads the JSON lines that .ci/oracle.py writes; prints every difference; closes with "N passed, N failed".

let arguments = CommandLine.arguments.dropFirst()
guard let argument = arguments.first, arguments.count == 1 else {
    FileHandle.standardError.write(Data("usage: ses-conformance FILE | --operations\n".utf8))
    exit(2)
}
if argument == "--operations" {
    for operation in ShippedOperations.all { print(operation.name) }
    exit(0)
}
guard let file = FileManager.default.contents(atPath: argument) else {
    FileHandle.standardError.write(Data("ses-conformance: can't read \(argument)\n".utf8))
    exit(2)
}

var passed = 0
var failed = 0
for (index, line) in file.split(separator: UInt8(ascii: "\n")).enumerated() {
    let differences = Conformance.differences(in: Data(line))
    if differences.isEmpty {
        passed += 1
    } else {
        failed += 1
        for difference in differences { print("line \(index + 1): \(difference)") }
    }
}
print("\(passed) passed, \(failed) failed")
exit(failed == 0 && passed > 0 ? 0 : 1)
