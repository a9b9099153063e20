"""How a family's matters are approved: the decisions over a submission, from submitting to the last level."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from domain.account import Account, invalid
from domain.approvals import commands
from domain.approvals.events import Steps
from domain.approvals.state import Approval
from domain.ids import PartyId, PersonId
from domain.model import Occurred
from domain.submission import NoRoute, NoSubmission, Seat, Signers, Submission

S = TypeVar("S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Approving(Generic[S]):
    """What a family says of its approvals: its events, where its state keeps them, who is barred.

    ``barred`` are the persons who prepared the matter or keep out of it: approver ≠ handler (R 222, 289);
    ``then`` tells what follows from the approval.
    """

    steps: Steps
    approval: Callable[[S], Approval]
    barred: Callable[[Account[S]], tuple[PersonId, ...]]
    then: Callable[[Account[S]], None] = lambda _: None

    def submit(self, account: Account[S], route: str) -> None:
        """Submit along the scheme's route of that name. Raises `NoRoute`."""
        party = account.jurisdiction.party(account.acting)
        found = account.scheme.route(route, submitter=party)
        if found is None or not found.levels:
            raise NoRoute(route=route, party=party.code)
        account.tell(
            self.steps.submitted(
                **account.plain(),
                submitted_by=party.code,
                submitter=account.context.actor,
                route=found,
            )
        )
        self.await_next(account)

    def opine(self, account: Account[S], command: commands.Opine) -> None:
        """Sign at the awaited level: approve, amend, or send back.

        Raises `NoSubmission`, `NotYourTurn`, `SignerBarred`, `MandateNotInForce` (代签).
        """
        if command.on_behalf is not None:
            raise invalid(
                "on_behalf", "请录入其签批的纸质件", "enter the paper that the party signed instead"
            )
        context = account.context
        level, seat = self._turn(account, context.acting)
        signers = self.signers(account)
        signers.check(seat, context.actor, mandate=command.mandate, on=context.occurred.date)
        account.tell(
            self.steps.opinion_given(
                **self._step(account),
                level=level,
                signer=context.actor,
                signer_party=seat.party,
                opinion=command.opinion,
                text=command.text,
                mandate=command.mandate,
            )
        )
        self._settle(account, seat.party)

    def cosign(self, account: Account[S], command: commands.Cosign) -> None:
        """Be heard before the last level decides (会签)."""
        context, submission = account.context, self._climbing(account)
        awaited = self.signers(account).awaited(submission)
        mine = [
            (level, seat)
            for level, seat in awaited
            if seat.party == context.acting and level != submission.level
        ]
        if not mine:
            raise NoSubmission
        level, seat = mine[0]
        self.signers(account).check(seat, context.actor, mandate=None, on=context.occurred.date)
        account.tell(
            self.steps.cosigned(
                **self._step(account),
                level=level,
                signer=context.actor,
                signer_party=seat.party,
                opinion=command.opinion,
                text=command.text,
            )
        )
        self._settle(account, seat.party)

    def withdraw(self, account: Account[S], command: commands.WithdrawSubmission) -> None:
        """Take back what is not decided yet (撤回)."""
        self._by_submitting(account)
        account.tell(self.steps.submission_withdrawn(**self._step(account), reason=command.reason))

    def record_oral(self, account: Account[S], command: commands.RecordOralOpinion) -> None:
        """An urgent opinion by word of mouth, heard by a second person; the signature stays owed."""
        self._by_submitting(account)
        self._third(account, command.heard_by, command.signer, "heard_by")
        level, party = self._signed_by(account, command.signer)
        account.tell(
            self.steps.oral_opinion_recorded(
                **self._step(account),
                level=level,
                signer=command.signer,
                signer_party=party,
                opinion=command.opinion,
                text=command.text,
                heard_by=command.heard_by,
            )
        )
        self._settle(account, party)

    def sign_oral(self, account: Account[S], _: commands.SignOralOpinion) -> None:
        """Sign what one said by word of mouth (补签)."""
        actor = account.context.actor
        mine = next((one for one in self.of(account).owed if one.signer == actor), None)
        if mine is None:
            raise NoSubmission
        account.tell(
            self.steps.oral_opinion_signed(
                **account.plain(),
                submitted_by=mine.submitted_by,
                level=mine.level,
                signer=mine.signer,
                signer_party=mine.party,
            )
        )

    def sign_paper(self, account: Account[S], command: commands.SignPaper) -> None:
        """Enter an opinion that was signed on paper, with the digest of its scan (DOMAIN.md §1.13)."""
        self._by_submitting(account)
        level, party = self._signed_by(account, command.signer)
        if self._climbing(account).paper(command.scan) is not None:
            raise invalid("scan", "该纸质件已录入", "this paper was entered already")
        account.tell(
            self.steps.paper_signed(
                **self._step(account),
                level=level,
                signer=command.signer,
                signer_party=party,
                opinion=command.opinion,
                text=command.text,
                scan=command.scan,
                entered_by=account.context.actor,
            )
        )

    def confirm_paper(self, account: Account[S], command: commands.ConfirmPaper) -> None:
        """A second person confirms it; its opinion counts from the day on which it was signed."""
        self._by_submitting(account)
        paper = self._climbing(account).paper(command.scan)
        if paper is None:
            raise invalid("scan", "没有待核对的该纸质件", "no such paper waits for confirmation")
        if account.is_any(account.context.actor, (paper.entered_by, paper.signer)):
            raise invalid("scan", "须由录入人和签署人以外的人核对", "a third person confirms it")
        level, seat = self._turn(account, paper.party)
        account.tell(
            self.steps.paper_confirmed(**self._step(account), level=level, scan=command.scan)
        )
        account.tell(
            self.steps.opinion_given(
                **self._step(account, paper.signed_on),
                level=level,
                signer=paper.signer,
                signer_party=seat.party,
                opinion=paper.opinion,
                manner="paper",
            )
        )
        self._settle(account, seat.party, paper.signed_on)

    def of(self, account: Account[S]) -> Approval:
        """How far the matter's approval is."""
        return self.approval(account.state)

    def signers(self, account: Account[S]) -> Signers:
        """Who may sign on the day of the act: not who prepared it, nor who submitted it."""
        context, submission = account.context, self.of(account).submission
        submitter = () if submission is None else (submission.submitter,)
        barred = (*self.barred(account), *submitter)
        return Signers(
            holders=lambda seat: context.jurisdiction.holders(
                seat.party, (seat.role,), context.occurred.date
            ),
            barred=lambda person: account.is_any(person, barred),
            on_paper=lambda party: not context.jurisdiction.party(party).on_system,
        )

    def await_next(self, account: Account[S]) -> None:
        """Say whose signature is awaited now, or that nobody may sign."""
        submission = self._climbing(account)
        awaited = self.signers(account).awaited(submission)
        if not awaited:
            level = submission.level
            account.tell(self.steps.submission_stuck(**self._step(account), level=level))
        for level, seat in awaited:
            if (level, seat) not in self.of(account).awaited:
                account.tell(
                    self.steps.signature_awaited(
                        **self._step(account),
                        level=level,
                        signer_party=seat.party,
                        signer_role=seat.role,
                    )
                )

    def _settle(self, account: Account[S], by: PartyId, occurred: Occurred | None = None) -> None:
        """What follows from an opinion: the next level is awaited, or it is decided.

        ``occurred`` is the day of the opinion where that is not the day of the act (a signed paper).
        """
        submission = self.of(account).submission
        if submission is None:
            return
        fields = self._fields(account, submission, occurred)
        match submission.status:
            case "climbing":
                self.await_next(account)
            case "returned":
                account.tell(self.steps.submission_returned(**fields, returned_by=by))
            case "approved":
                account.tell(self.steps.approved(**fields))
                self.then(account)
            case "withdrawn":
                pass

    def _climbing(self, account: Account[S]) -> Submission:
        submission = self.of(account).climbing
        if submission is None:
            raise NoSubmission
        return submission

    def _step(self, account: Account[S], occurred: Occurred | None = None) -> dict[str, Any]:
        return self._fields(account, self._climbing(account), occurred)

    def _fields(
        self, account: Account[S], submission: Submission, occurred: Occurred | None
    ) -> dict[str, Any]:
        return {**account.plain(occurred), "submitted_by": submission.party}

    def _turn(self, account: Account[S], party: PartyId) -> tuple[int, Seat]:
        submission = self._climbing(account)
        return self.signers(account).turn(submission, party, account.context.actor)

    def _by_submitting(self, account: Account[S]) -> None:
        account.context.require_role(of=self._climbing(account).party)

    def _third(self, account: Account[S], second: PersonId, signer: PersonId, field: str) -> None:
        account.jurisdiction.registered(second)
        if account.is_any(second, (account.context.actor, signer)):
            raise invalid(field, "须为录入人和签署人以外的人", "it must be a third person")

    def _signed_by(self, account: Account[S], signer: PersonId) -> tuple[int, PartyId]:
        """The awaited level and its party, if that person may give its opinion."""
        account.jurisdiction.registered(signer)
        submission, signers = self._climbing(account), self.signers(account)
        awaited = signers.awaited(submission)
        party = awaited[0][1].party if awaited else submission.party
        level, seat = self._turn(account, party)
        signers.check(seat, signer, mandate=None, on=account.context.occurred.date)
        return level, seat.party
