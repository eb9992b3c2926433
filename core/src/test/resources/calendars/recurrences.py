"""Tells the times of rules by dateutil: one JSON object a line in, one array of epoch seconds a line out."""
import json
import sys
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo
from dateutil.rrule import rrulestr

FORM = "%Y%m%dT%H%M%S"


def times(case):
    zone = ZoneInfo(case["zone"])
    start = datetime.strptime(case["start"], FORM)
    latest = datetime.fromtimestamp(case["until"], timezone.utc).replace(tzinfo=None) + timedelta(days=2)
    last = case["last"]
    found = [start]
    for time in rrulestr(case["rule"], dtstart=start):
        # The start is the first of COUNT, whether it fits the rule or not (RFC 5545, 3.8.5.3).
        if time > latest or case["count"] and len(found) == case["count"] and time != start:
            break
        if last and time.replace(tzinfo=zone).timestamp() > last:
            break
        if time != start:
            found.append(time)
    seconds = {int(time.replace(tzinfo=zone).timestamp()) for time in found}
    seconds -= set(case["without"])
    seconds |= set(case["also"])
    return sorted(second for second in seconds if case["from"] <= second < case["until"])


for line in sys.stdin:
    print(json.dumps(times(json.loads(line))), flush=True)
