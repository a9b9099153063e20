"""What uploads that were killed half-way left in a store: half a file in a folder, parts in a bucket.

Nothing names them and nobody reads them, but they take room. What is older than an upload can last is
removed; what is younger may be another process's, under way.
"""

import contextlib
import datetime
import hashlib
import hmac
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Final
from urllib.parse import quote

import httpx

from eventlog.attachments.errors import StoreAway

AGE: Final = datetime.timedelta(days=1)
"""No upload lasts so long: sealed already, it only goes into the store."""
_SECONDS_MAX: Final = 10
_UPLOAD: Final = re.compile(r"<Upload>(.*?)</Upload>", re.DOTALL)
_NOTHING: Final = hashlib.sha256(b"").hexdigest()


def clear_folder(objects: Path, before: datetime.datetime) -> int:
    """Remove half files, last written before a time; gives how many there were.

    They stand beside what they were to become, under its name with ``#`` and a number (obstore).
    """
    removed = 0
    for path in objects.glob("*/*#*"):
        with contextlib.suppress(FileNotFoundError):  # another process was first
            if path.stat().st_mtime < before.timestamp():
                path.unlink()
                removed += 1
    return removed


@dataclass(frozen=True, slots=True)
class Parts:
    """The uploads of a bucket that have parts and no end; where and as whom, the environment says."""

    bucket: str

    def clear(self, prefix: str, before: datetime.datetime) -> int:
        """Abort those under a prefix that began before a time; gives how many. Raises `StoreAway`."""
        found = [each for each in self._under(prefix) if each["Initiated"] < _stamp(before)]
        for each in found:
            self._ask("DELETE", each["Key"], {"uploadId": each["UploadId"]})
        return len(found)

    def _under(self, prefix: str) -> Iterator[dict[str, str]]:
        markers: dict[str, str] = {}
        while True:
            told = self._ask("GET", "", {"uploads": "", "prefix": prefix, **markers})
            for each in _UPLOAD.findall(told):
                yield {name: _said(each, name) for name in ("Key", "UploadId", "Initiated")}
            if _said(told, "IsTruncated") != "true":
                return
            names = {"key-marker": "NextKeyMarker", "upload-id-marker": "NextUploadIdMarker"}
            markers = {marker: _said(told, name) for marker, name in names.items()}

    def _ask(self, method: str, key: str, query: Mapping[str, str]) -> str:
        url = f"{self._place()}/{quote(key)}?{_query(query)}"
        headers = signed(method, httpx.URL(url), datetime.datetime.now(datetime.UTC))
        try:
            answer = httpx.request(method, url, headers=headers, timeout=_SECONDS_MAX)
        except httpx.HTTPError as error:
            raise StoreAway(reason=str(error) or type(error).__name__) from error
        if answer.is_error and answer.status_code != httpx.codes.NOT_FOUND:
            raise StoreAway(reason=f"{method} {answer.status_code}")
        return answer.text

    def _place(self) -> str:
        """The bucket's URL, as obstore makes it."""
        endpoint = os.environ.get("AWS_ENDPOINT_URL", f"https://s3.{_region()}.amazonaws.com")
        whole = os.environ.get("AWS_VIRTUAL_HOSTED_STYLE_REQUEST", "").lower() == "true"
        return endpoint.rstrip("/") if whole else f"{endpoint.rstrip('/')}/{self.bucket}"


def signed(method: str, url: httpx.URL, at: datetime.datetime) -> dict[str, str]:
    """The headers of a request without a body, signed now, ``at`` (AWS Signature Version 4)."""
    now = at.strftime("%Y%m%dT%H%M%SZ")
    headers = {"host": url.netloc.decode(), "x-amz-content-sha256": _NOTHING, "x-amz-date": now}
    if token := os.environ.get("AWS_SESSION_TOKEN"):
        headers["x-amz-security-token"] = token
    names = ";".join(sorted(headers))
    lines = "".join(f"{name}:{headers[name]}\n" for name in sorted(headers))
    path, _, query = url.raw_path.decode().partition("?")
    asked = "\n".join((method, path, query, lines, names, _NOTHING))
    scope = f"{now[:8]}/{_region()}/s3/aws4_request"
    text = f"AWS4-HMAC-SHA256\n{now}\n{scope}\n{hashlib.sha256(asked.encode()).hexdigest()}"
    key = f"AWS4{os.environ.get('AWS_SECRET_ACCESS_KEY', '')}".encode()
    for part in scope.split("/"):
        key = hmac.digest(key, part.encode(), hashlib.sha256)
    signature = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
    who = f"{os.environ.get('AWS_ACCESS_KEY_ID', '')}/{scope}"
    headers["authorization"] = (
        f"AWS4-HMAC-SHA256 Credential={who}, SignedHeaders={names}, Signature={signature}"
    )
    return headers


def _region() -> str:
    return os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION") or "us-east-1"


def _query(query: Mapping[str, str]) -> str:
    """As it is signed and sent: sorted, everything escaped."""
    return "&".join(
        f"{quote(name, safe='')}={quote(query[name], safe='')}" for name in sorted(query)
    )


def _said(xml: str, name: str) -> str:
    found = re.search(f"<{name}>(.*?)</{name}>", xml, re.DOTALL)
    return unescape(found[1]) if found else ""


def _stamp(at: datetime.datetime) -> str:
    """A time as S3 writes it; such texts are in the order of their times."""
    return at.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
