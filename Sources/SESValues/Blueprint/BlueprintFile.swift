#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension ConfigurationSetBlueprint {
    /// Reads blueprints from JSON: one of them, or a list.
    ///
    /// Stricter than decoding: a member that isn't known is refused, as a misspelled option would else be left out without a
    /// word. Every blueprint is checked.
    ///
    /// - Parameter json: The JSON text.
    /// - Throws: ``SESValueError`` that names the member and the rule.
    public static func blueprints(fromJSON json: Data) throws(SESValueError) -> [Self] {
        let (found, blueprints, isList) = try read(json)
        for (index, blueprint) in blueprints.enumerated() {
            let path = isList ? FieldPath().index(index) : FieldPath()
            let known = try JSONValue(encoding: blueprint)
            let given =
                if isList, case .array(let elements) = found, index < elements.count { elements[index] } else { found }
            try refuseUnknown(given, known, at: path)
            try blueprint.validate(at: path)
        }
        return blueprints
    }

    private static func read(_ json: Data) throws(SESValueError) -> (JSONValue, [Self], isList: Bool) {
        do {
            let found = try JSONDecoder().decode(JSONValue.self, from: json)
            guard case .array = found else { return (found, [try JSONDecoder().decode(Self.self, from: json)], false) }
            return (found, try JSONDecoder().decode([Self].self, from: json), true)
        } catch {
            throw SESValueError(field: FieldPath(describing: error), rule: rule(describing: error))
        }
    }

    private static func rule(describing error: any Error) -> String {
        switch error as? DecodingError {
        case .keyNotFound(let key, _): "must have the member \(key.stringValue)"
        case .typeMismatch(let type, _): "must be of the kind that decodes as \(type)"
        case .valueNotFound: "cannot be null"
        default: "must be JSON"
        }
    }

    /// Looks for members that got lost on the way through the types.
    private static func refuseUnknown(_ given: JSONValue, _ known: JSONValue, at path: FieldPath) throws(SESValueError)
    {
        switch (given, known) {
        case (.object(let given), .object(let known)):
            for (name, value) in given.sorted(by: { $0.key < $1.key }) where value != .null {
                guard let other = known[name] else {
                    throw SESValueError(field: path.member(name), rule: "is no member of a blueprint")
                }
                try refuseUnknown(value, other, at: path.member(name))
            }
        case (.array(let given), .array(let known)):
            for (index, (value, other)) in zip(given, known).enumerated() {
                try refuseUnknown(value, other, at: path.index(index))
            }
        default: break
        }
    }
}

extension JSONValue {
    /// The JSON form of a value.
    init(encoding value: some Encodable) throws(SESValueError) {
        do {
            self = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value))
        } catch {
            throw SESValueError(field: FieldPath(), rule: "must have a JSON form")
        }
    }
}

extension FieldPath {
    /// Where decoding failed.
    fileprivate init(describing error: any Error) {
        let path: [any CodingKey] =
            switch error as? DecodingError {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
                .dataCorrupted(let context):
                context.codingPath
            default: []
            }
        self = path.reduce(FieldPath()) { path, key in
            key.intValue.map { path.index($0) } ?? path.member(key.stringValue)
        }
    }
}
