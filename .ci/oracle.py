"""Random valid SES v2 calls, serialized by botocore.

Source: a copy of conformance/oracle.py, the script the project's developers share.

usage: oracle.py SEED COUNT [OPERATION ...]   -> JSON lines on stdout
Each line: operation, input (the AWS CLI's --cli-input-json shape), request {method, path, query, headers, body},
and response {status, body} with the members that the service may return.
"""
import base64, json, random, string, sys, datetime
import botocore.session
from botocore.model import Shape

# Members of which the service takes exactly one (its documentation says so; its model does not).
ONE_OF = {
    'EmailContent': ['Simple', 'Raw', 'Template'],
    'EventDestinationDefinition': ['KinesisFirehoseDestination', 'CloudWatchDestination', 'SnsDestination', 'EventBridgeDestination', 'PinpointDestination'],
    'EventDestination': ['KinesisFirehoseDestination', 'CloudWatchDestination', 'SnsDestination', 'EventBridgeDestination', 'PinpointDestination'],
    'Template': ['TemplateName', 'TemplateArn', 'TemplateContent'],
}

def words(r, n): return ''.join(r.choice(string.ascii_letters + string.digits + '-_') for _ in range(n))

def value(r, shape, name='', depth=0, required_only=False):
    t = shape.type_name
    if t == 'structure':
        out = {}
        req = set(shape.required_members)
        members = list(shape.members.items())
        if getattr(shape, 'is_tagged_union', False):
            members = [r.choice(members)]
            req = {members[0][0]}
        group = ONE_OF.get(shape.name, [])
        if group:
            chosen = r.choice(group)
            members = [(k, m) for k, m in members if k == chosen or k not in group]
            req |= {chosen}
        for k, m in members:
            if k in req or (not required_only and depth < 7 and r.random() < 0.7):
                out[k] = value(r, m, k, depth + 1, required_only)
        return out
    if t == 'list':
        lo = shape.metadata.get('min', 0); hi = min(shape.metadata.get('max', 3), 3)
        n = max(lo, r.randint(0 if lo == 0 else lo, max(hi, lo)))
        return [value(r, shape.member, name, depth + 1, required_only) for _ in range(n)]
    if t == 'map':
        return {value(r, shape.key, 'key', depth + 1): value(r, shape.value, 'v', depth + 1) for _ in range(r.randint(0, 3))}
    if t == 'string':
        if shape.enum: return r.choice(shape.enum)
        lo = shape.metadata.get('min', 1); hi = min(shape.metadata.get('max', 40), 40)
        s = words(r, r.randint(max(lo, 1), max(hi, max(lo, 1))))
        if r.random() < .25 and 'pattern' not in shape.metadata and len(s) > 4:
            s = s[:2] + r.choice([' ', '/', '+', 'é', '漢', '"', '\\', '%', '&', "'", '=', '😀', '\n' if name not in ('Name',) else '-']) + s[3:]
        return s
    if t == 'integer' or t == 'long':
        lo = shape.metadata.get('min', 0); hi = shape.metadata.get('max', 100000)
        return r.randint(int(lo), int(hi))
    if t in ('double', 'float'): return r.choice([0.5, 12.25, 99.0, 1e-3])
    if t == 'boolean': return r.random() < .5
    if t == 'timestamp': return datetime.datetime.fromtimestamp(r.randint(1_500_000_000, 1_800_000_000), datetime.timezone.utc)
    if t == 'blob': return bytes(r.randrange(256) for _ in range(r.randint(0, 60)))
    raise SystemExit(t)

def plain(v):
    if isinstance(v, dict): return {k: plain(x) for k, x in v.items()}
    if isinstance(v, list): return [plain(x) for x in v]
    if isinstance(v, bytes): return base64.b64encode(v).decode()
    if isinstance(v, datetime.datetime): return v.timestamp()
    return v

def main():
    seed, count, only = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    s = botocore.session.get_session()
    s.set_credentials('AKIDEXAMPLE', 'secret')
    c = s.create_client('sesv2', region_name='us-east-1')
    model = c.meta.service_model
    for op in (only or model.operation_names):
        om = model.operation_model(op)
        r = random.Random(f'{seed}:{op}')
        for i in range(count):
            inp = value(r, om.input_shape, required_only=(i == 0)) if om.input_shape else {}
            req = c._serializer.serialize_to_request(inp, om)
            body = req['body']
            body = body.decode() if isinstance(body, (bytes, bytearray)) else (body or '')
            out = value(r, om.output_shape) if om.output_shape else {}
            print(json.dumps(dict(operation=op, input=plain(inp),
              request=dict(method=req['method'], path=req['url_path'], query=req['query_string'], headers=dict(req['headers']),
                           body=json.loads(body) if body else None),
              response=dict(status=200, body=plain(out))), ensure_ascii=False))
main()
