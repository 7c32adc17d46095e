"""The OpenAPI document: true of every answer, as Schemathesis finds by asking what nobody would."""

import json
from typing import Any
from urllib.parse import urljoin

import pytest
import schemathesis
from asking import ask
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from hustings.web.api.resources import RESOURCES

pytestmark = pytest.mark.xdist_group("desk")
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    unsupported_method,
]


def document(desk: Any) -> dict[str, Any]:
    return json.loads(ask(desk.address + "api/v1/openapi.json").data)


def test_every_resource_is_described_to_its_last_field(desk: Any) -> None:
    told = document(desk)
    assert told["servers"] == [{"url": "/api/v1"}]
    for name, resource in RESOURCES.items():
        rows = told["components"]["schemas"][f"RowsOf{name.capitalize()}"]
        fields = rows["properties"]["rows"]["items"]["properties"]
        assert [*fields] == [*resource.names]
        assert all(field["description"] for field in fields.values())
        for ending in ("", ".{form}", "/{key}"):
            assert f"/{name}{ending}" in told["paths"]


def test_every_example_is_what_the_desk_answers(desk: Any) -> None:
    for name in RESOURCES:
        (example,) = document(desk)["components"]["schemas"][f"RowsOf{name.capitalize()}"]["examples"]
        assert json.loads(ask(f"{desk.address}api/v1/{name}.json?limit=1").data) == example
        following = example["next"]
        if following:
            assert ask(urljoin(desk.address, following)).status == 200


def test_no_answer_is_a_fault_or_undescribed(desk: Any) -> None:
    described = schemathesis.openapi.from_url(desk.address + "api/v1/openapi.json")
    operations = [one.ok() for one in described.get_all_operations()]
    assert len(operations) == 3 * len(RESOURCES) + 5
    for operation in operations:

        @given(case=operation.as_strategy())
        @settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        def hold(case: schemathesis.Case) -> None:
            case.call_and_validate(checks=CHECKS, timeout=60)

        hold()
