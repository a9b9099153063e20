"""A small server of the S3 protocol, as much of it as a store of attachments needs; objects in memory."""

import datetime
import hashlib
import re
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

KEY = "AKIDSAMPLE"


@dataclass
class Bucket:
    """Objects by key, parts of uploads by upload and number; ``away`` answers everything with 503.

    ``begun`` has the key and the time of each upload that has parts and no end, ``largest`` the size of
    the longest body that came.
    """

    objects: dict[str, bytes] = field(default_factory=dict)
    uploads: dict[str, dict[int, bytes]] = field(default_factory=dict)
    begun: dict[str, tuple[str, str]] = field(default_factory=dict)
    largest: int = 0
    away: bool = False


class Handler(BaseHTTPRequestHandler):
    """One request. Whoever does not sign with the key is refused."""

    protocol_version = "HTTP/1.1"
    bucket: Bucket

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def _asked(self) -> tuple[str, dict[str, str], bytes]:
        parts = urlsplit(self.path)
        query = {k: v[0] for k, v in parse_qs(parts.query, keep_blank_values=True).items()}
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.bucket.largest = max(self.bucket.largest, len(body))
        return unquote(parts.path).partition("/bucket/")[2], query, body

    def _answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _refused(self) -> bool:
        signed = f"Credential={KEY}/" in self.headers.get("Authorization", "")
        if self.bucket.away or not signed:
            self._asked()
            self._answer(503 if self.bucket.away else 403)
        return self.bucket.away or not signed

    def do_PUT(self) -> None:
        if self._refused():
            return
        key, query, body = self._asked()
        if "partNumber" in query:
            self.bucket.uploads[query["uploadId"]][int(query["partNumber"])] = body
        else:
            self.bucket.objects[key] = body
        self._answer(200, ETag=_tag(body))

    def do_POST(self) -> None:
        if self._refused():
            return
        key, query, body = self._asked()
        if "uploads" in query:
            upload = uuid.uuid4().hex
            self.bucket.uploads[upload] = {}
            self.bucket.begun[upload] = (key, datetime.datetime.now(datetime.UTC).isoformat()[:19])
            self._answer(
                200,
                f"<InitiateMultipartUploadResult><Bucket>bucket</Bucket><Key>{key}</Key>"
                f"<UploadId>{upload}</UploadId></InitiateMultipartUploadResult>".encode(),
            )
        elif "uploadId" in query:
            parts = self.bucket.uploads.pop(query["uploadId"])
            self.bucket.begun.pop(query["uploadId"])
            self.bucket.objects[key] = b"".join(parts[number] for number in sorted(parts))
            tag = _tag(self.bucket.objects[key])
            told = (
                f"<CompleteMultipartUploadResult><ETag>{tag}</ETag></CompleteMultipartUploadResult>"
            )
            self._answer(200, told.encode())
        else:
            keys = re.findall(r"<Key>(.*?)</Key>", body.decode())
            for each in keys:
                self.bucket.objects.pop(each, None)
            told = "".join(f"<Deleted><Key>{each}</Key></Deleted>" for each in keys)
            self._answer(200, f"<DeleteResult>{told}</DeleteResult>".encode())

    def do_DELETE(self) -> None:
        if self._refused():
            return
        key, query, _ = self._asked()
        if "uploadId" in query:
            self.bucket.uploads.pop(query["uploadId"], None)
            self.bucket.begun.pop(query["uploadId"], None)
        else:
            self.bucket.objects.pop(key, None)
        self._answer(204)

    def do_HEAD(self) -> None:
        self._give(with_body=False)

    def do_GET(self) -> None:
        self._give(with_body=True)

    def _give(self, *, with_body: bool) -> None:
        if self._refused():
            return
        key, query, _ = self._asked()
        if "list-type" in query:
            self._list(query.get("prefix", ""))
            return
        if "uploads" in query:
            self._list_uploads(query["prefix"], after=query.get("upload-id-marker", ""))
            return
        found = self.bucket.objects.get(key)
        if found is None:
            self._answer(404)
            return
        self._answer(
            200,
            found if with_body else b"",
            ETag=_tag(found),
            Content_Length=str(len(found)),
            Last_Modified="Mon, 02 Mar 2026 01:00:00 GMT",
        )

    def _list(self, prefix: str) -> None:
        rows = "".join(
            f"<Contents><Key>{key}</Key><LastModified>2026-03-02T01:00:00.000Z</LastModified>"
            f"<ETag>{_tag(body)}</ETag><Size>{len(body)}</Size></Contents>"
            for key, body in sorted(self.bucket.objects.items())
            if key.startswith(prefix)
        )
        told = f"<ListBucketResult><IsTruncated>false</IsTruncated>{rows}</ListBucketResult>"
        self._answer(200, told.encode())

    def _list_uploads(self, prefix: str, *, after: str) -> None:
        """One upload a page, in the order of their ids."""
        found = [
            f"<Upload><Key>{key}</Key><UploadId>{upload}</UploadId><Initiated>{at}.000Z</Initiated></Upload>"
            f"</Page><NextUploadIdMarker>{upload}</NextUploadIdMarker>"
            for upload, (key, at) in sorted(self.bucket.begun.items())
            if key.startswith(prefix) and upload > after
        ]
        cut = str(len(found) > 1).lower()
        told = f"<R><IsTruncated>{cut}</IsTruncated><Page>{''.join(found[:1])}</R>"
        self._answer(200, told.encode())


def _tag(body: bytes) -> str:
    return f'"{hashlib.md5(body, usedforsecurity=False).hexdigest()}"'


@contextmanager
def serving(bucket: Bucket) -> Iterator[str]:
    """Serve a bucket; gives the endpoint's URL."""
    handler = type("Bound", (Handler,), {"bucket": bucket})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
