"""What those present at a meeting held of a tabled lead: on record, and put right (R 299, mechanism 3)."""

from domain.account import invalid
from domain.consultations import errors, events
from domain.consultations.account import Account
from domain.consultations.commands import LeadView
from domain.consultations.state import Given
from domain.ids import CaseTag


def give(account: Account, own: LeadView, reason: str | None) -> None:
    """Record somebody's own view; one that they gave before is corrected, with the ``reason``.

    Raises what `holds` does, and `InvalidField` for a correction that does not say why.
    """
    if _on_record(account, own) is None:
        record(account, own)
    elif reason is None:
        raise invalid("reason", "更正意见须说明原因", "a corrected view says why")
    else:
        correct(account, own, reason)


def listed_once(account: Account, views: tuple[LeadView, ...]) -> None:
    """Raise `InvalidField` for a view listed twice, or given by that person already."""
    listed = [(each.lead, each.given_by) for each in views]
    if len(set(listed)) < len(listed) or any(_on_record(account, each) for each in views):
        raise invalid(
            "views",
            "每人对每件提请研究的线索只列一次意见",
            "list one view of a person on each tabled lead",
        )


def record(account: Account, view: LeadView) -> None:
    """Put a view on record. Raises what `holds` does."""
    holds(account, view)
    account.tell(
        events.ViewGiven(
            **account.plain(),
            lead=view.lead,
            given_by=view.given_by,
            view=view.view,
            text=view.text,
        ),
        case=CaseTag(view.lead),
    )


def correct(account: Account, view: LeadView, reason: str) -> None:
    """Tell what should have stood there, beside what did.

    Raises what `holds` does, and `InvalidField` where no view of theirs is on record.
    """
    holds(account, view)
    known = _on_record(account, view)
    if known is None:
        raise invalid("views", "没有记录此人对该线索的意见", "no such view is on record")
    account.tell(
        events.ViewCorrected(
            **account.plain(),
            lead=view.lead,
            given_by=known.given_by,
            was=known.view,
            view=view.view,
            text=view.text,
            reason=reason,
        ),
        case=CaseTag(view.lead),
    )


def holds(account: Account, view: LeadView) -> None:
    """Raise unless a view is that of somebody present on a tabled lead, a dissent with its reason.

    `NotPresent` for who was not there, else `InvalidField`.
    """
    if view.lead not in account.state.tabled:
        raise invalid("lead", "该线索未提请研究", "the lead was not tabled")
    if not account.is_any(view.given_by, account.state.attendees):
        raise errors.NotPresent(person=view.given_by)
    if view.view == "disagree" and view.text is None:
        raise invalid("text", "不同意见须写明理由", "a dissent says why")


def _on_record(account: Account, view: LeadView) -> Given | None:
    """What is on record already of that person's view of that lead."""
    return next(
        (
            each
            for each in account.state.views
            if each.lead == view.lead and account.is_any(view.given_by, (each.given_by,))
        ),
        None,
    )
