#!/usr/bin/env python3
"""Makes Tests/SESMonitoringTests/CloudWatch/Fixtures/requests.json: calls of CloudWatch as botocore writes them in JSON.

    pip install botocore==1.44.5
    .ci/cloudwatch-fixtures.py            writes the file
    .ci/cloudwatch-fixtures.py --check    exits non-zero if the file isn't what would be written

The inputs are what CloudWatchRequestTests' rules must become. botocore checks each against its model before it writes it. Bodies
have their keys sorted and no spaces, so that bytes can be compared.
"""

import argparse
import json
import os
import sys

import botocore.session
from botocore.serialize import create_serializer

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FILE = os.path.join(ROOT, "Tests/SESMonitoringTests/CloudWatch/Fixtures/requests.json")
MARK = "\n[managed by swift-ses: ses/]"
TOPIC = "arn:aws:sns:eu-west-1:123456789012:"


def metric(query_id, name, period, dimensions):
    listed = [{"Name": key, "Value": value} for key, value in dimensions.items()]
    return {
        "Id": query_id, "ReturnData": False,
        "MetricStat": {
            "Metric": {"Namespace": "AWS/SES", "MetricName": name, "Dimensions": listed}, "Period": period, "Stat": "Sum",
        },
    }


def expression(query_id, text, label):
    return {"Id": query_id, "Expression": text, "Label": label, "ReturnData": True}


PROMO = {"ses:configuration-set": "promo"}
TAGGED = {"ses:configuration-set": "promo", "campaign": "may"}
ODD = "ses/\"quoted\" <b>&amp; 'ü' \\ 😀 \u2028: promo"
INPUTS = {
    "rate": ("PutMetricAlarm", {
        "AlarmName": "ses/bounces: promo",
        "AlarmDescription":
            "Rule 'bounces' (critical): bounce rate of promo above 0.05 in 24h, of 100 sends at least" + MARK,
        "ActionsEnabled": True, "AlarmActions": [TOPIC + "alarms", TOPIC + "pausing"], "OKActions": [TOPIC + "alarms"],
        "Metrics": [
            expression("rate", "IF(FILL(sends, 0) >= 100, FILL(bounces, 0) / FILL(sends, 0), 0)", "bounce rate"),
            metric("bounces", "Bounce", 86400, PROMO), metric("sends", "Send", 86400, PROMO),
        ],
        "EvaluationPeriods": 1, "Threshold": 0.05, "ComparisonOperator": "GreaterThanThreshold",
        "TreatMissingData": "notBreaching",
    }),
    "count": ("PutMetricAlarm", {
        "AlarmName": ODD,
        "AlarmDescription":
            "Rule '" + ODD[4:-7] + "' (alert): more than 5 complaints of promo in 30m" + MARK,
        "ActionsEnabled": True, "Namespace": "AWS/SES", "MetricName": "Complaint",
        "Dimensions": [{"Name": "ses:configuration-set", "Value": "promo"}], "Statistic": "Sum", "Period": 1800,
        "EvaluationPeriods": 2, "Threshold": 5, "ComparisonOperator": "GreaterThanThreshold",
        "TreatMissingData": "notBreaching",
    }),
    "silence": ("PutMetricAlarm", {
        "AlarmName": "ses/silence: promo",
        "AlarmDescription": "Rule 'silence' (alert): nothing came of promo in 6h" + MARK,
        "ActionsEnabled": True,
        "Metrics": [
            expression(
                "events", "SUM([FILL(sends, 0), FILL(deliveries, 0), FILL(bounces, 0), FILL(complaints, 0)])", "events"),
            metric("sends", "Send", 21600, PROMO), metric("deliveries", "Delivery", 21600, PROMO),
            metric("bounces", "Bounce", 21600, PROMO), metric("complaints", "Complaint", 21600, PROMO),
        ],
        "EvaluationPeriods": 1, "Threshold": 1, "ComparisonOperator": "LessThanThreshold",
        "TreatMissingData": "breaching",
    }),
    "tagged": ("PutMetricAlarm", {
        "AlarmName": "ses/templates: promo, campaign=may",
        "AlarmDescription":
            "Rule 'templates' (warning): renderingFailure rate of promo, campaign=may above 0.001 in 7d, of 0 sends at least"
            + MARK,
        "ActionsEnabled": True,
        "Metrics": [
            expression(
                "rate",
                "IF((FILL(sends, 0) + FILL(failures, 0)) >= 1, "
                "FILL(failures, 0) / (FILL(sends, 0) + FILL(failures, 0)), 0)", "renderingFailure rate"),
            metric("failures", "RenderingFailure", 604800, TAGGED), metric("sends", "Send", 604800, TAGGED),
        ],
        "EvaluationPeriods": 1, "Threshold": 0.001, "ComparisonOperator": "GreaterThanThreshold",
        "TreatMissingData": "notBreaching",
    }),
    "reputation": ("PutMetricAlarm", {
        "AlarmName": "ses/complaints: promo",
        "AlarmDescription":
            "Rule 'complaints' (alert): complaint rate of promo above 0.001, as SES works it out" + MARK,
        "ActionsEnabled": True, "Namespace": "AWS/SES", "MetricName": "Reputation.ComplaintRate",
        "Dimensions": [{"Name": "ses:configuration-set", "Value": "promo"}], "Statistic": "Average", "Period": 3600,
        "EvaluationPeriods": 1, "Threshold": 0.001, "ComparisonOperator": "GreaterThanThreshold",
        "TreatMissingData": "ignore",
    }),
    "firstPage": ("DescribeAlarms", {"AlarmNamePrefix": "ses/", "MaxRecords": 100}),
    "secondPage": ("DescribeAlarms", {"AlarmNamePrefix": "ses/", "MaxRecords": 100, "NextToken": "a/b+c=\"d\""}),
    "delete": ("DeleteAlarms", {"AlarmNames": ["ses/old: promo", "ses/öld: promo"]}),
}


def requests():
    model = botocore.session.get_session().get_service_model("cloudwatch")
    serializer = create_serializer("json", include_validation=True)
    for name, (operation, values) in INPUTS.items():
        request = serializer.serialize_to_request(values, model.operation_model(operation))
        body = json.dumps(
            json.loads(request["body"]), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        yield name, {
            "method": request["method"], "path": request["url_path"], "target": request["headers"]["X-Amz-Target"],
            "contentType": request["headers"]["Content-Type"], "service": model.signing_name, "body": body,
        }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    text = json.dumps(dict(requests()), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    if not parser.parse_args().check:
        with open(FILE, "w", encoding="utf-8") as file:
            file.write(text)
        return
    with open(FILE, encoding="utf-8") as file:
        if file.read() != text:
            sys.exit("the calls of CloudWatch are not those of today's botocore: run .ci/cloudwatch-fixtures.py anew")


main()
