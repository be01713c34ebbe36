"""Full answers of every SES v2 operation, from botocore's service model.

usage: answers.py   -> JSON lines on stdout, for Tests/SESClientTests/Fixtures/model-answers.jsonl
Each line: operation, and answer with every member the model knows; then the places in it, written Member.List[].Map{}.Member:
enums (texts of an enum), keys (maps whose keys are of an enum), maps, and optional (members that are not required).
"""
import base64
import json

import botocore.session


def value(shape, path, places):
    kind = shape.type_name
    if kind == 'structure':
        members = {}
        for name, member in shape.members.items():
            place = f'{path}.{name}' if path else name
            if name not in shape.required_members:
                places['optional'].append(place)
            members[name] = value(member, place, places)
        return members
    if kind == 'list':
        return [value(shape.member, f'{path}[]', places)]
    if kind == 'map':
        places['maps'].append(path)
        if getattr(shape.key, 'enum', None):
            places['keys'].append(path)
        return {(getattr(shape.key, 'enum', None) or ['key'])[0]: value(shape.value, f'{path}{{}}', places)}
    if kind == 'string':
        if shape.enum:
            places['enums'].append(path)
            return shape.enum[0]
        return 'text'
    return {'integer': 7, 'long': 7, 'double': 0.5, 'float': 0.5, 'boolean': True, 'timestamp': 1_700_000_000,
            'blob': base64.b64encode(b'bytes').decode()}[kind]


def main():
    model = botocore.session.get_session().get_service_model('sesv2')
    for name in model.operation_names:
        output = model.operation_model(name).output_shape
        places = {'enums': [], 'keys': [], 'maps': [], 'optional': []}
        answer = value(output, '', places) if output else {}
        print(json.dumps(dict(operation=name, answer=answer, **places)))


main()
