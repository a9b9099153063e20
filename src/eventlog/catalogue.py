"""The event catalogue: what every type of event on the log looks like, and that released ones never change.

``catalogue.json`` holds, by full type name, the JSON Schema of ``data``, the sentences, and whether the type
was released. ``python -m eventlog.catalogue --check`` (in ``make check``) fails when code and file differ;
``--write`` brings the file up to date, except where a released type changed; ``--release`` marks all types
as released.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from domain.catalogue import CATALOGUE
from domain.errors import Fault
from domain.registry import Catalogue, EventType
from eventlog.attributes import RESERVED
from eventlog.codec import adapter
from eventlog.forms import HASH
from eventlog.upcasting import UPCASTERS, Upcaster, next_version

FILE: Final = Path(__file__).parents[2] / "catalogue.json"
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

Entries = Mapping[str, Mapping[str, Any]]
"""Full type name → {released, schema, en, zh}."""

_HASH: Final = {"type": "string", "pattern": f"^{HASH.pattern}$"}
_SEAL: Final[Mapping[str, Any]] = {
    "commitments": {"type": "object", "additionalProperties": _HASH},
    "sealed": _HASH,
}
"""What stands beside an event's own fields when it carries personal text (``RESERVED``)."""


@cache
def entries(catalogue: Catalogue = CATALOGUE) -> Entries:
    """The catalogue as the code has it, nothing released."""
    return {name: _entry(event_type) for name, event_type in sorted(catalogue.events.items())}


def faults(
    code: Entries, stored: Entries, upcasters: Mapping[str, Upcaster] = UPCASTERS
) -> Iterator[Fault]:
    """Where code and committed catalogue differ, and what the code must not do at all."""
    for name, entry in code.items():
        yield from _misshapen(name, entry["schema"])
        if name not in stored:
            yield _outdated(name, "新类型尚未写入", "is new and not written yet")
        elif entry["schema"] != stored[name]["schema"]:
            if stored[name]["released"]:
                yield _changed(name)
            else:
                yield _outdated(name, "类型已变更", "changed")
        elif _sentences(entry) != _sentences(stored[name]):
            yield _outdated(name, "语句已变更", "says another sentence")
    for name in stored.keys() - code.keys():
        if not stored[name]["released"]:
            yield _outdated(name, "类型已不存在", "is gone")
        elif name not in upcasters:
            yield _lost(name)
    for name in upcasters:
        if next_version(name) not in code.keys() | upcasters.keys():
            yield _leads_nowhere(name)


def updated(code: Entries, stored: Entries) -> Entries:
    """The catalogue to commit: what the code has, and every released type as it was released."""
    released = {name: entry for name, entry in stored.items() if entry["released"]}
    kept = {
        name: {**entry, "schema": released[name]["schema"], "released": True}
        for name, entry in code.items()
        if name in released
    }
    return dict(sorted({**released, **code, **kept}.items()))


def text_of(catalogue: Entries) -> str:
    """The catalogue as a file: keys in order, so that a difference shows what changed."""
    return json.dumps(catalogue, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def read(path: Path = FILE) -> Entries:
    """The committed catalogue; empty before there is one."""
    if not path.exists():
        return {}
    content: Entries = json.loads(path.read_text(encoding="utf-8"))
    return content


def main(arguments: list[str] | None = None, *, path: Path = FILE) -> int:
    """The command line; 0 when code and catalogue agree, 1 when they do not."""
    parser = argparse.ArgumentParser(prog="python -m eventlog.catalogue", description=__doc__)
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("--check", action="store_true", help="compare the code with the file")
    group.add_argument("--write", action="store_true", help="bring the file up to date")
    group.add_argument("--release", action="store_true", help="mark every type as released")
    options = parser.parse_args(arguments)
    code = entries()
    if not options.check:
        catalogue = updated(code, read(path))
        if options.release:
            catalogue = {name: {**entry, "released": True} for name, entry in catalogue.items()}
        path.write_text(text_of(catalogue), encoding="utf-8")
    found = list(faults(code, read(path)))
    sys.stderr.writelines(f"{fault}\n" for fault in found)
    return 1 if found else 0


def _entry(event_type: EventType) -> dict[str, Any]:
    schema = _plain(adapter(event_type.event).json_schema())
    schema["$schema"] = DIALECT
    schema["properties"] = {**_SEAL, **schema["properties"]}
    return {"released": False, "schema": schema, "zh": event_type.zh, "en": event_type.en}


def _plain(schema: Any) -> Any:
    """A schema without what is for people only: better words are no change of a type."""
    if isinstance(schema, list):
        return [_plain(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        name: {key: _plain(each) for key, each in item.items()}
        if name in ("properties", "$defs")
        else _plain(item)
        for name, item in schema.items()
        if not (name in ("title", "description") and isinstance(item, str))
    }


def _sentences(entry: Mapping[str, Any]) -> tuple[str, str]:
    return entry["zh"], entry["en"]


def _misshapen(name: str, schema: Mapping[str, Any]) -> Iterator[Fault]:
    """Shapes that canonical JSON cannot keep: floats, sets, and the names of the format itself."""
    for each in _all(schema):
        if each.get("type") == "number" or each.get("uniqueItems"):
            yield Fault(
                path=name,
                zh="含有浮点数或无序集合。",
                en="has a float or a set.",
                fix_zh="请用整数(分)或元组。",
                fix_en="Use integers (fen) or a tuple.",
            )
    if any(schema["properties"].get(reserved) != _SEAL[reserved] for reserved in RESERVED):
        yield Fault(
            path=name,
            zh="字段名与记录格式冲突。",
            en="has a field named «commitments» or «sealed».",
            fix_zh="请改用其他字段名。",
            fix_en="Those belong to the record format: use another name.",
        )


def _all(schema: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for each in schema.values():
            yield from _all(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from _all(each)


def _changed(name: str) -> Fault:
    return Fault(
        path=name,
        zh="已发布的事件类型被更改。",
        en="is released, and was changed.",
        fix_zh="请恢复原状,另建新版本并编写升级函数。",
        fix_en="Restore it; make a new version, with an upcaster from this one.",
    )


def _lost(name: str) -> Fault:
    return Fault(
        path=name,
        zh="已发布的事件类型被删除,且没有升级函数。",
        en="is released, and neither known nor upcast any more.",
        fix_zh="请恢复该类型,或编写升级函数。",
        fix_en="Restore it, or write an upcaster from it.",
    )


def _leads_nowhere(name: str) -> Fault:
    return Fault(
        path=name,
        zh="升级函数的目标版本不存在。",
        en="is upcast to a version that does not exist.",
        fix_zh="请登记下一版本。",
        fix_en="Register the next version.",
    )


def _outdated(name: str, zh: str, en: str) -> Fault:
    return Fault(
        path=name,
        zh=f"{zh}。",
        en=f"{en}.",
        fix_zh="请运行 python -m eventlog.catalogue --write 并提交。",
        fix_en="Run «python -m eventlog.catalogue --write» and commit the file.",
    )


if __name__ == "__main__":
    sys.exit(main())
