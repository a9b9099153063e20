"""Files as stories upload them, attach them and read them."""

import hashlib
from typing import Any

import httpx

from tests.api.installation import Member

PDF = "application/pdf"
JPEG = "image/jpeg"
CONTRACT = b"%PDF-1.7\n" + "配餐合同 ".encode() * 5_000
PHOTOGRAPH = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40


def upload(
    member: Member, matter: str, content: bytes, kind: str, **headers: str
) -> httpx.Response:
    """Send a file for a matter."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return member.http.post(
        f"/v1/{member.jurisdiction}/attachments",
        params={"matter": matter},
        content=content,
        headers={"Content-Type": kind, **named},
    )


def attach(
    member: Member, matter: str, path: str, content: bytes, media_type: str, **command: Any
) -> str:
    """Upload a file and attach it to the matter at ``path``; gives the id of the attachment."""
    received = upload(member, matter, content, media_type)
    assert received.status_code == 201, received.text
    told = received.json()
    assert told["digest"] == hashlib.sha256(content).hexdigest()
    member.do(f"{path}/attachments/add", {"upload": told["upload"], **command})
    return str(told["attachment"])


def place_of(attachment: str) -> str:
    """Where an attachment is read."""
    return f"attachments/{attachment.partition('/')[2]}"


def opened(member: Member, attachment: str, **headers: str) -> httpx.Response:
    """Read the file of an attachment."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return member.get(f"{place_of(attachment)}/content", headers=named)
