"""The submission (呈批) of a disposal or an outcome, and how it is signed: the decisions."""

from collections.abc import Iterable

from domain import handlers
from domain.account import invalid
from domain.context import Context
from domain.ids import PartyId, PersonId
from domain.leads import commands, errors, events, guards
from domain.leads.account import Account
from domain.leads.decisions import climbing
from domain.leads.state import Lead
from domain.leads.values import (
    APPROPRIATE_INQUIRY,
    CASE_FILED,
    CLOSED,
    INTERVIEW,
    PRELIMINARY_VERIFICATION,
    SHELVED,
    TRANSFERRED,
    WRITTEN_INQUIRY,
    Disposal,
)
from domain.model import Draft
from domain.streams import StreamState
from domain.submission import NoSubmission

Stream = StreamState[Lead]


def propose_disposal(
    stream: Stream, command: commands.ProposeDisposal, context: Context
) -> Iterable[Draft]:
    """Propose a way and its plan (R 204, RD 21): in force that day, by a competent party.

    At first sight a lead is closed only as ``triage``; everything else needs a way taken first.
    """
    account = guards.known(stream, context)
    guards.by_handlers(account)
    guards.at(account, "acknowledged")
    guards.undecided(account)
    _handled_by_two(account)
    disposal = command.disposal
    if disposal.way == CLOSED and disposal.closing != "triage":
        raise invalid("closing", "初次处置只能按“直接了结”", "at first sight it closes as triage")
    way = _checked(account, disposal)
    account.tell(
        events.DisposalProposed(
            **account.frame(),
            **climbing.opening(account, "disposal"),
            way=disposal.way,
            rule_set=way,
            disposal=disposal,
            plan=command.plan,
        )
    )
    climbing.await_next(account)
    return account


def propose_outcome(
    stream: Stream, command: commands.ProposeOutcome, context: Context
) -> Iterable[Draft]:
    """Propose what follows from the way taken, by the route of its start (R 205, 207, SL 41).

    Another way, shelving, closing (unfounded, with a light measure, cleared), filing or handing
    over. Closing with a light measure and filing say which of the four forms it is.
    """
    account = guards.known(stream, context)
    guards.by_handlers(account)
    guards.at(account, "handling")
    guards.undecided(account)
    _handled_by_two(account)
    _carried_out(account)
    disposal = command.disposal
    if disposal.way == CLOSED and disposal.closing == "triage":
        raise invalid("closing", "已采取处置方式,不能直接了结", "a way was taken: it is no triage")
    graded = disposal.way == CASE_FILED or disposal.closing == "light_measure"
    if graded and disposal.four_forms is None:
        raise invalid("four_forms", "须注明“四种形态”", "say which of the four forms it is")
    way = _checked(account, disposal)
    account.tell(
        events.OutcomeProposed(
            **account.frame(),
            **climbing.opening(account, "outcome"),
            way=disposal.way,
            rule_set=way,
            disposal=disposal,
            report=command.report,
        )
    )
    climbing.await_next(account)
    return account


def _handled_by_two(account: Account) -> None:
    """A recusal may have taken a handler away: name others first (R 77)."""
    lead = account.lead
    if account.context.request.command.on_behalf is None and (
        len(lead.handlers) < 2 or lead.keeper is None
    ):
        raise handlers.NeedsTwoHandlers


def _checked(account: Account, disposal: Disposal) -> str | None:
    """The basis of the way, if it is in force and says all that it must, and nothing else."""
    way = guards.way_in_force(account, disposal.way)
    _only(disposal.closing is not None, disposal.way == CLOSED, "closing")
    _only(disposal.measure is not None, disposal.closing == "light_measure", "measure")
    _only(disposal.review_on is not None, disposal.way == SHELVED, "review_on")
    _only(disposal.to_party is not None, disposal.way == TRANSFERRED, "to_party")
    _only(bool(disposal.group), disposal.way == PRELIMINARY_VERIFICATION, "group")
    if disposal.review_on is not None and disposal.review_on <= account.context.occurred.date:
        raise invalid("review_on", "须晚于办理日期", "it must lie after the day of the act")
    if disposal.to_party is not None:
        _is_another(account, disposal.to_party)
    if disposal.group:
        _is_group(account, disposal.group)
    return None if way is None else way.basis


def _only(given: bool, wanted: bool, field: str) -> None:
    if given != wanted:
        raise invalid(
            field,
            "与处置方式不符" if given else "该处置方式须填写此项",
            "it does not go with this way" if given else "this way needs it",
        )


def _is_another(account: Account, party: PartyId) -> None:
    if account.jurisdiction.party(party).code == account.lead.holder:
        raise invalid("to_party", "线索已由其保管", "it holds the lead already")


def _is_group(account: Account, group: tuple[PersonId, ...]) -> None:
    """A verification group has two or more clean people, in office somewhere (R 77, 207).

    Who approved in the lead does not verify it (R 289). Raises `InvalidField`, `BarredFromLead`,
    `ApproverCannotHandle`.
    """
    context, lead = account.context, account.lead
    if len(set(group)) < 2:
        raise invalid("group", "核查组不得少于两人", "a group has at least two members")
    for person in group:
        account.jurisdiction.registered(person)
        if guards.barred(person, lead, context):
            raise errors.BarredFromLead(person=person)
        if not account.jurisdiction.in_office(person, handlers.STAFF, context.occurred.date):
            raise invalid("group", "有成员当日不在任", "a member is in office nowhere on that day")
    handlers.no_approver(context, group, lead.signers, besides=lead.handlers)


def _carried_out(account: Account) -> None:
    """Refuse an outcome before the way in hand was carried out (R 205-207)."""
    lead = account.lead
    course, disposal = lead.course, lead.disposal
    match None if disposal is None else disposal.way:
        case way if way in (APPROPRIATE_INQUIRY, PRELIMINARY_VERIFICATION):
            done = course.reported
        case way if way == INTERVIEW:
            done = bool(course.interviewed)
        case way if way == WRITTEN_INQUIRY:
            done = bool(course.inquired)
        case way if way == TRANSFERRED:
            # It came back: another disposal has to be found.
            done = bool(lead.transfers) and lead.transfers[-1].status == "returned"
        case way:
            done = False
    if not done:
        raise errors.OutcomeTooEarly(way=way)


def opine(stream: Stream, command: commands.Opine, context: Context) -> Iterable[Draft]:
    """Sign at the awaited level: approve, amend, or send back.

    Raises `NotYourTurn`, `SignerBarred` (approver ≠ handler; recusal), `MandateNotInForce` (代签).
    """
    account = guards.known(stream, context)
    if command.on_behalf is not None:
        raise invalid(
            "on_behalf", "请录入其签批的纸质件", "enter the paper that the party signed instead"
        )
    climbing.opine(account, command.opinion, text=command.text, mandate=command.mandate)
    return account


def cosign(stream: Stream, command: commands.Cosign, context: Context) -> Iterable[Draft]:
    """Be heard before the last level decides (会签)."""
    account = guards.known(stream, context)
    submission = climbing.climbing(account)
    awaited = dict(climbing.signers(account).awaited(submission))
    mine = {number: seat for number, seat in awaited.items() if seat.party == context.acting}
    if not mine or set(mine) <= {submission.level}:
        raise NoSubmission
    level, seat = next(iter(mine.items()))
    climbing.signers(account).check(seat, context.actor, mandate=None, on=context.occurred.date)
    account.tell(
        events.Cosigned(
            **climbing.step(account),
            level=level,
            signer=context.actor,
            signer_party=seat.party,
            opinion=command.opinion,
            text=command.text,
        )
    )
    climbing.settle(account, seat.party)
    return account


def withdraw_submission(
    stream: Stream, command: commands.WithdrawSubmission, context: Context
) -> Iterable[Draft]:
    """Take back what is not decided yet (撤回); a new proposal may follow."""
    account = guards.known(stream, context)
    submission = climbing.climbing(account)
    guards.by_party(account, submission.party, *guards.EXCHANGING)
    account.tell(events.SubmissionWithdrawn(**climbing.step(account), reason=command.reason))
    return account


def record_oral_opinion(
    stream: Stream, command: commands.RecordOralOpinion, context: Context
) -> Iterable[Draft]:
    """An urgent opinion by word of mouth, heard by a second person; the signature stays owed."""
    account = guards.known(stream, context)
    submission = climbing.climbing(account)
    guards.by_party(account, submission.party, *guards.STAFF)
    _second_person(account, command.heard_by, command.signer, "heard_by")
    level, party = _signed_by(account, command.signer)
    account.tell(
        events.OralOpinionRecorded(
            **climbing.step(account),
            level=level,
            signer=command.signer,
            signer_party=party,
            opinion=command.opinion,
            text=command.text,
            heard_by=command.heard_by,
        )
    )
    climbing.settle(account, party)
    return account


def _second_person(account: Account, second: PersonId, signer: PersonId, field: str) -> None:
    context = account.context
    context.jurisdiction.registered(second)
    if guards.is_any(second, (context.actor, signer), context):
        raise invalid(field, "须为录入人和签署人以外的人", "it must be a third person")


def _signed_by(account: Account, signer: PersonId) -> tuple[int, PartyId]:
    """The awaited level and its party, if that person may give its opinion."""
    context = account.context
    context.jurisdiction.registered(signer)
    submission = climbing.climbing(account)
    signers = climbing.signers(account)
    awaited = signers.awaited(submission)
    party = awaited[0][1].party if awaited else submission.party
    level, seat = climbing.turn(account, party)
    signers.check(seat, signer, mandate=None, on=context.occurred.date)
    return level, seat.party


def sign_oral_opinion(
    stream: Stream, _: commands.SignOralOpinion, context: Context
) -> Iterable[Draft]:
    """Sign what one said by word of mouth (补签)."""
    account = guards.known(stream, context)
    owed = (item for item in account.lead.owed_signatures if item.signer == context.actor)
    mine = next(owed, None)
    if mine is None:
        raise NoSubmission
    account.tell(
        events.OralOpinionSigned(
            **account.frame(),
            matter=mine.matter,
            submitted_by=mine.submitted_by,
            level=mine.level,
            signer=mine.signer,
            signer_party=mine.party,
        )
    )
    return account


def sign_paper(stream: Stream, command: commands.SignPaper, context: Context) -> Iterable[Draft]:
    """Enter an opinion that was signed on paper, with the digest of its scan (DOMAIN.md §1.13)."""
    account = guards.known(stream, context)
    submission = climbing.climbing(account)
    guards.by_party(account, submission.party, *guards.STAFF)
    level, party = _signed_by(account, command.signer)
    if submission.paper(command.scan) is not None:
        raise invalid("scan", "该纸质件已录入", "this paper was entered already")
    account.tell(
        events.PaperSigned(
            **climbing.step(account),
            level=level,
            signer=command.signer,
            signer_party=party,
            opinion=command.opinion,
            text=command.text,
            scan=command.scan,
            entered_by=context.actor,
        )
    )
    return account


def confirm_paper(
    stream: Stream, command: commands.ConfirmPaper, context: Context
) -> Iterable[Draft]:
    """A second person confirms the paper; its opinion counts from the day on which it was signed."""
    account = guards.known(stream, context)
    submission = climbing.climbing(account)
    guards.by_party(account, submission.party, *guards.STAFF)
    paper = submission.paper(command.scan)
    if paper is None:
        raise invalid("scan", "没有待核对的该纸质件", "no such paper waits for confirmation")
    if guards.is_any(context.actor, (paper.entered_by, paper.signer), context):
        raise invalid("scan", "须由录入人和签署人以外的人核对", "a third person confirms it")
    level, seat = climbing.turn(account, paper.party)
    account.tell(events.PaperConfirmed(**climbing.step(account), level=level, scan=command.scan))
    account.tell(
        events.OpinionGiven(
            **climbing.step(account, paper.signed_on),
            level=level,
            signer=paper.signer,
            signer_party=seat.party,
            opinion=paper.opinion,
            manner="paper",
        )
    )
    climbing.settle(account, seat.party, paper.signed_on)
    return account
