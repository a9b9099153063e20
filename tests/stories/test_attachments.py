"""附件与原件: a group attaches a contract to its notice; the paper is lent, refused, late, given back."""

from dataclasses import dataclass
from urllib.parse import unquote

import httpx

from tests.api.installation import Member
from tests.stories import leads
from tests.stories.files import CONTRACT, JPEG, PDF, PHOTOGRAPH, attach, opened, place_of, upload
from tests.stories.place import Place, code, columns, path_of

NOTICE = {
    "kind": "important_matters",
    "title": "学校配餐合同核查",
    "text": "合同印章不清,请核对。",
    "parties": ["pg-education", "uc-education"],
}
SCAN = {"kind": "paper_scan", "name": "配餐合同.pdf", "original": "配餐合同原件一份,共12页"}
ROWS = ("kind", "name", "added_by", "stage", "holder", "owed_to", "damage")
HANDS = ("serial", "from_party", "to_party", "status", "answered", "reason", "given_back")
OWED = [
    ("pg-education", "receipt", "fulfilled", 2),
    ("pg-education", "return", "fulfilled", 2),
    ("sg-education", "receipt", "fulfilled", 0),
    ("uc-education", "receipt", "fulfilled", 0),
]


@dataclass
class Cast:
    """Who acts, the notice, and the two attachments."""

    group: Member
    deputy: Member
    secretary: Member
    committee: Member
    other: Member
    matter: str
    notice: str
    contract: str
    photograph: str


def tell(place: Place) -> Cast:
    """The group tells and attaches the contract; the committee attaches a photograph to its own answer."""
    group = place.member("郑组长", "sg-education", "head")
    deputy = place.member("钱副组长", "sg-education", "deputy_head")
    secretary = place.member("李书记", "pg-education", "head")
    committee = place.member("孙书记", "uc-education", "head")
    other = place.member("冯组长", "sg-health", "head")
    told = group.do("notices", {**NOTICE, "reply_due": "2026-03-20"})
    notice, matter = path_of(told), str(told["stream"])
    committee.do(f"{notice}/reply", {"text": "已核对,见照片。"})
    place.settle()
    contract = attach(group, matter, notice, CONTRACT, PDF, **SCAN)
    answer = {"kind": "photograph", "name": "印章照片.jpg", "scope": "notice_reply:uc-education"}
    photograph = attach(committee, matter, notice, PHOTOGRAPH, JPEG, **answer)
    place.settle()
    return Cast(group, deputy, secretary, committee, other, matter, notice, contract, photograph)


def read(place: Place, cast: Cast) -> None:
    """Who reads the notice reads the contract, on record; the photograph is the committee's and group's."""
    answer = opened(cast.secretary, cast.contract)
    assert answer.content == CONTRACT
    assert "配餐合同.pdf" in unquote(answer.headers["Content-Disposition"])
    assert opened(cast.group, cast.photograph).content == PHOTOGRAPH
    assert opened(cast.secretary, cast.photograph).status_code == 404
    names = columns(cast.secretary.see("attachments"), "name")
    assert names == [("配餐合同.pdf",)]
    position = answer.headers["Guantong-Position"]
    seen = cast.group.see("readings", token=position, attachment=cast.contract)
    assert columns(seen, "person", "party") == [(cast.secretary.person, "pg-education")]
    assert seen["persons"] == {cast.secretary.person: "李书记"}
    place.settle()
    assert columns(cast.group.see("readings"), "attachment", "party") == sorted(
        [(cast.contract, "pg-education"), (cast.photograph, "sg-education")]
    )


def lend(place: Place, cast: Cast) -> None:
    """The committee sends it back; the Party group signs two days late and returns it two days late."""
    hand_over = f"{cast.notice}/attachments/hand_over"
    receive = f"{cast.notice}/attachments/receive"
    paper = {"attachment": cast.contract}
    cast.group.do(hand_over, {**paper, "to": "uc-education", "purpose": "核对印章"})
    refusal = {**paper, "reason": "缺第3页"}
    cast.committee.do(f"{cast.notice}/attachments/send_back", refusal)
    lent = {**paper, "to": "pg-education", "purpose": "核对印章", "return_by": "2026-03-10"}
    outside = {**lent, "to": "sg-health"}
    assert code(cast.group, hand_over, outside) == (422, "invalid_field")
    cast.group.do(hand_over, lent)
    place.pass_to("2026-03-04")
    waiting = cast.secretary.see("parties/pg-education/inbox")
    assert ("sign_original", "sg-education") in columns(waiting, "kind", "from_party")
    overdue = cast.group.see("parties/pg-education/obligations", status="overdue")
    assert columns(overdue, "rule", "due") == [("receipt", "2026-03-03")]
    place.pass_to("2026-03-05")
    assert code(cast.committee, receive, paper) == (403, "not_the_holder")
    cast.secretary.do(receive, paper)
    annul = {**paper, "reason": "误传", "approved_by": cast.deputy.person}
    refused = code(cast.group, f"{cast.notice}/attachments/annul", annul)
    assert refused == (409, "original_unsettled")
    place.pass_to("2026-03-12")
    back = {**paper, "to": "sg-education", "purpose": "归还"}
    cast.secretary.do(hand_over, back)
    cast.group.do(receive, paper)


def correct(cast: Cast) -> None:
    """The group corrects the name; the committee takes its photograph back: it is not served."""
    right = {
        "attachment": cast.contract,
        "reason": "年度写漏",
        "approved_by": cast.deputy.person,
        "name": "配餐合同(2025年度).pdf",
    }
    taken_away = {"attachment": cast.contract, "reason": "不需要"}
    refused = code(cast.secretary, f"{cast.notice}/attachments/withdraw", taken_away)
    assert refused == (403, "not_authorised")
    cast.group.do(f"{cast.notice}/attachments/correct", right)
    wrong = {"attachment": cast.photograph, "reason": "拍错"}
    cast.committee.do(f"{cast.notice}/attachments/withdraw", wrong)


def sees_nothing(place: Place, cast: Cast) -> None:
    """Another group: not there, not in lists, not by its digest, nowhere; nor may it attach anything."""
    other = cast.other
    for attachment in (cast.contract, cast.photograph):
        assert other.get(place_of(attachment)).status_code == 404
        assert opened(other, attachment).status_code == 404
    digest = cast.group.see(place_of(cast.contract))["digest"]
    assert other.see("attachments", digest=digest)["items"] == []
    for path in ("attachments", "attachment-custody", "readings", "flows"):
        assert "attachment" not in str(other.see(path)["items"]), path
    for party in ("pg-education", "sg-health"):
        assert "attachment" not in str(other.see(f"parties/{party}/timeline")["items"])
    assert upload(other, cast.matter, PHOTOGRAPH, JPEG).status_code == 404
    paper = {"attachment": cast.contract}
    assert code(other, f"{cast.notice}/attachments/receive", paper) == (404, "not_found")
    assert place.code == other.jurisdiction


def test_a_contract_and_its_paper(place: Place) -> None:
    """One hand-over comes back, one is signed for late, the paper is late too; one name is corrected."""
    cast = tell(place)
    read(place, cast)
    lend(place, cast)
    correct(cast)
    place.settle()
    assert columns(cast.group.see("attachments", matter=cast.matter), *ROWS) == [
        (
            "paper_scan",
            "配餐合同(2025年度).pdf",
            "sg-education",
            "standing",
            "sg-education",
            None,
            None,
        ),
        ("photograph", "印章照片.jpg", "uc-education", "withdrawn", None, None, None),
    ]
    assert columns(cast.secretary.see("attachment-custody"), *HANDS) == [
        (1, "sg-education", "uc-education", "sent_back", "2026-03-02", "缺第3页", None),
        (2, "sg-education", "pg-education", "received", "2026-03-05", None, "2026-03-12"),
        (3, "pg-education", "sg-education", "received", "2026-03-12", None, None),
    ]
    owed = cast.group.see("obligations", mechanism="attachments")
    assert columns(owed, "owner", "rule", "status", "late_working_days") == OWED
    flows = cast.secretary.see("flows", kind="original")
    assert columns(flows, "to_party", "status") == [
        ("pg-education", "accepted"),
        ("sg-education", "accepted"),
        ("uc-education", "returned"),
    ]
    gone = opened(cast.group, cast.photograph)
    assert (gone.status_code, gone.json()["code"]) == (410, "attachment_gone")
    for party, member in (("pg-education", cast.secretary), ("sg-education", cast.group)):
        kinds = columns(member.see(f"parties/{party}/inbox"), "kind")
        assert not {("sign_original",), ("give_back_original",)} & set(kinds)
    told = [item["zh"] for item in cast.secretary.see(f"{cast.notice}/history")["items"]]
    assert any("郑" not in line and "附件原件归还" in line for line in told)
    assert not any("印章照片" in line for line in told)
    sees_nothing(place, cast)


def test_who_is_recused_reads_nothing_attached_from_then_on(place: Place) -> None:
    """SL 67, R 299: of the lead, of what is attached to it, and of what elsewhere is about it."""
    head = place.member("郑组长", "sg-education", "head")
    kin = place.member("吴成员", "sg-education", "handler")
    lead = leads.receive(head, "王某", unit="education")
    path = f"leads/{lead.partition('/')[2]}"
    place.settle()
    letter = attach(head, lead, path, PHOTOGRAPH, JPEG, kind="photograph", name="举报照片.jpg")
    place.settle()
    first: httpx.Response = opened(kin, letter)
    assert first.content == PHOTOGRAPH
    recusal = {"person": kin.person, "ground": "near_relative", "reason": "系近亲属"}
    head.do(f"{path}/declare_recusal", recusal)
    place.settle()
    assert opened(kin, letter).status_code == 404
    assert kin.see("attachments")["items"] == kin.see("readings")["items"] == []
    assert upload(kin, lead, PHOTOGRAPH, JPEG).status_code == 404
    assert columns(head.see("readings"), "person") == [(kin.person,)]
