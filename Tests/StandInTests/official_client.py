"""Calls a stand-in with TofuPilot's official Python client.

Usage: official_client.py NAME=URL…: the stand-in `plain` and some with a fault: `slow`, `html`, `close`, or a status.
The client turns an invalid `created_during` into its class `Unset` instead of raising, so classes are compared by name.
"""

import functools
import os
import sys

os.environ["DISABLE_TELEMETRY"] = "true"

import httpx  # noqa: E402
from tofupilot.v2 import TofuPilot, errors  # noqa: E402

urls = dict(argument.split("=", 1) for argument in sys.argv[1:])


# kept, because the client closes its connection when it is collected
@functools.cache
def client(name="plain", key="demo", timeout_ms=10_000):
    return TofuPilot(api_key=key, server_url=urls[name], timeout_ms=timeout_ms)


def kind(value):
    return type(value).__name__


def raised(error, call):
    try:
        call()
    except error as caught:
        assert type(caught) is error, f"{kind(caught)} instead of {error.__name__}"
        return caught
    raise AssertionError(f"no {error.__name__}")


def gets_a_unit():
    unit = client().units.get(serial_number="SN-2024-001234")
    assert unit.serial_number == "SN-2024-001234"
    assert unit.sample is None and unit.parent is None
    assert (unit.part.number, unit.part.name, unit.part.revision.number) == ("PCB-MAIN-001", "Main Control Board", "A")
    run = unit.created_during
    assert kind(run) == "CreatedDuring", kind(run)
    assert (run.outcome, run.procedure.name) == ("PASS", "PCB Assembly")
    assert run.ended_at.isoformat() == "2026-03-12T10:30:00+00:00"
    assert kind(unit.batch) == "UnitGetBatch" and kind(unit.created_by_station) == "UnitGetCreatedByStation"


def gets_a_unit_with_all_its_members():
    unit = client().units.get(serial_number="SN-2024-001244")
    assert unit.parent.part.number == "CAB-0007"
    assert [child.serial_number for child in unit.children] == ["SN:2024+001245.B"]
    assert unit.children[0].part.revision.number == "B"
    assert [(file.name, file.size) for file in unit.attachments] == [("aoi-top.png", 482113.0), ("flash.log", None)]
    assert unit.metadata == {"firmware": "2.4.1", "torque_nm": 1.25, "reflow_cycles": 2, "conformal_coating": True}


def tells_a_null_run_from_an_absent_and_an_unknown_one():
    get = client().units.get
    assert get(serial_number="SN-2024-001239").created_during is None
    for serial_number in ["SN-2024-001248", "SN-2024-001235", "SN-2024-001246"]:
        assert kind(get(serial_number=serial_number).created_during) == "Unset", serial_number


def gets_every_unit_of_the_list():
    seen, cursor = [], None
    while True:
        page = client().units.list(limit=7, cursor=cursor, sort_by="serial_number", sort_order="asc")
        seen += page.data
        assert page.meta.has_more == (page.meta.next_cursor is not None)
        cursor = page.meta.next_cursor
        if cursor is None:
            break
    names = [item.serial_number for item in seen]
    assert names == sorted(set(names)) and len(names) >= 25, names
    # what this client does not know of an outcome, it leaves unset
    unset = {item.serial_number for item in seen if kind(item.last_run) == "Unset"}
    assert unset == {"SN-2024-001235", "SN-2024-001246"}, unset
    for item in seen:
        unit = client().units.get(serial_number=item.serial_number)
        assert unit.id == item.id
        assert item.metadata is None


def lists_the_last_run():
    def last_run(serial_number):
        page = client().units.list(serial_numbers=[serial_number], limit=2)
        assert len(page.data) == 1 and not page.meta.has_more
        return page.data[0].last_run

    reworked = last_run("SN-2024-001241")
    assert kind(reworked) == "LastRun", kind(reworked)
    assert (reworked.outcome, reworked.procedure.name) == ("PASS", "Final functional test")
    assert last_run("SN-2024-001242").outcome == "FAIL"
    assert last_run("SN-2024-001243").ended_at is None
    assert last_run("SN-2024-001239") is None
    assert client().units.list(serial_numbers=["SN-2024-009999"]).data == []


def lists_with_filters():
    def names(**filters):
        return sorted(item.serial_number for item in client().units.list(**filters).data)

    assert names(serial_numbers=["SN-2024-001233", "sn-2024-001234"]) == ["SN-2024-001233", "SN-2024-001234"]
    assert names(samples=["golden", "failing", "ignored"]) == ["SN-2024-FAILING", "SN-2024-GOLDEN", "SN-2024-IGNORED"]
    assert names(outcomes=["TIMEOUT"]) == ["SN-2024-001237"]
    assert names(search_query="power unit") == ["SN-2024-001251"]
    assert client().units.list(batch_numbers=["2026-W11"], include_metadata=True, limit=100).data[0].metadata is not None


def tells_who_the_key_is():
    identity = client().identity.whoami()
    assert identity.type == "station" and identity.user is None
    assert kind(identity.station) == "IdentityWhoamiStation"


def raises_what_the_api_refuses():
    unknown = raised(errors.ErrorNOTFOUND, lambda: client().units.get(serial_number="SN-2024-009999"))
    assert (unknown.status_code, unknown.data.code) == (404, "NOT_FOUND")
    refused = raised(errors.ErrorUNAUTHORIZED, lambda: client(key="wrong").units.get(serial_number="SN-2024-001234"))
    assert (refused.status_code, refused.data.code) == (401, "UNAUTHORIZED")
    raised(errors.ErrorUNAUTHORIZED, lambda: client(key="wrong").identity.whoami())
    assert raised(errors.APIError, lambda: client().units.list(limit=101)).status_code == 400
    # this client does not encode the serial number, so these two leave their segment
    assert raised(errors.ErrorNOTFOUND, lambda: client().units.get(serial_number="A/B")).data.code == "NOT_FOUND"
    assert client().units.get(serial_number="SN-2024-001234?x=1").serial_number == "SN-2024-001234"


def raises_at_each_fault():
    def get(name, **options):
        return lambda: client(name, **options).units.get(serial_number="SN-2024-001234")

    typed = {"400": errors.ErrorBADREQUEST, "401": errors.ErrorUNAUTHORIZED, "404": errors.ErrorNOTFOUND,
             "408": errors.ErrorTIMEOUT, "500": errors.ErrorINTERNALSERVERERROR}
    for status in ["302", "400", "401", "403", "404", "408", "429", "500", "503"]:
        try:
            get(status)()
        except errors.TofuPilotError as caught:
            assert caught.status_code == int(status), caught.status_code
            assert type(caught) in (typed.get(status), errors.APIError), kind(caught)
        else:
            raise AssertionError(f"no error for {status}")
    raised(errors.ErrorINTERNALSERVERERROR, get("500"))
    raised(errors.APIError, get("html"))
    raised(httpx.RemoteProtocolError, get("close"))
    raised(httpx.ReadTimeout, get("slow", timeout_ms=200))


for check in [
    gets_a_unit,
    gets_a_unit_with_all_its_members,
    tells_a_null_run_from_an_absent_and_an_unknown_one,
    gets_every_unit_of_the_list,
    lists_the_last_run,
    lists_with_filters,
    tells_who_the_key_is,
    raises_what_the_api_refuses,
    raises_at_each_fault,
]:
    try:
        check()
    except Exception as error:
        print(f"{check.__name__}: {kind(error)}: {error}", file=sys.stderr)
        raise
    print(f"{check.__name__}: ok")
