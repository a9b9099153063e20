"""Old rows and an event are the same as rows freshly built, for every type of event there is."""

import random

import pytest

from domain.assessments.events import Opened as AssessmentOpened
from domain.attachments.events import Added as AttachmentAdded
from domain.cadre_appraisals import events as cadre_appraisals
from domain.campaigns.events import CorrectionAsked, Found, ObjectListed, ObjectsAssigned, Planned
from domain.cases.events import Opened as CaseOpened
from domain.cases.events import SignOffOpened
from domain.catalogue import CATALOGUE
from domain.complaints.events import Received as ComplaintReceived
from domain.complaints.events import ReporterRecorded as ComplaintReporterRecorded
from domain.consultations.events import Convened
from domain.daily_supervisions.events import FedBack
from domain.daily_supervisions.events import Recorded as SupervisionRecorded
from domain.department_requests.events import Issued as DepartmentRequestIssued
from domain.dossiers.events import FactRecorded, SectionOpened
from domain.dossiers.events import Opened as DossierOpened
from domain.duty_matrices.events import DutyAdded, ItemAdded, ShareAsked
from domain.duty_matrices.events import Opened as MatrixOpened
from domain.duty_matrices.events import ResultRecorded as DutyResultRecorded
from domain.guidance_links.events import Contacted, Linked
from domain.ids import StreamId
from domain.inspection_links import events as inspection_links
from domain.integrity_opinions.events import Asked as OpinionAsked
from domain.integrity_plans.events import ActivityProposed, DrawnUp
from domain.joint_enforcements.events import Planned as JointlyPlanned
from domain.joint_enforcements.events import ResultRecorded, ShareAssigned
from domain.joint_operations import events as joint_operations
from domain.joint_themes.events import ProblemFound, ThemeChosen
from domain.jurisdictions.events import Begun
from domain.leads.events import LeadEvent, Received, ReporterRecorded
from domain.model import Event
from domain.notices.events import Issued as NoticeIssued
from domain.notices.events import Replied as NoticeReplied
from domain.obligations.events import Arisen
from domain.pairings.events import Recorded as ActivityRecorded
from domain.parties.events import Registered as PartyRegistered
from domain.persons.events import Registered as PersonRegistered
from domain.pooled_stationings import events as pooled_stationings
from domain.proposal_forms.events import Issued as ProposalFormIssued
from domain.quality_bulletins.events import Issued as BulletinIssued
from domain.quality_reviews.events import FindingRecorded
from domain.quality_reviews.events import Opened as ReviewOpened
from domain.readings.events import AttachmentOpened
from domain.recommendations.events import Drafted
from domain.rectifications.events import ProblemRaised
from domain.reexaminations.events import Applied as Reapplied
from domain.reexaminations.events import Informed
from domain.responsibility_chains.events import Opened as ChainOpened
from domain.responsibility_chains.events import StepAsked
from domain.responsibility_trees.events import Opened as TreeOpened
from domain.responsibility_trees.events import OrganisationAdded
from domain.secondments.events import Appraised as SecondmentAppraised
from domain.secondments.events import Proposed as SecondmentProposed
from domain.selections import events as selections
from domain.sweeps.events import Convened as SweepConvened
from domain.sweeps.events import MatterHandedIn, RepeatSuspected
from domain.talent_pools import events as talent_pools
from domain.talks.events import ContentRecorded as TalkRecorded
from domain.talks.events import Planned as TalkPlanned
from domain.talks.events import PromiseMade
from domain.task_orders.events import FeedbackAsked, FollowUpAsked
from domain.task_orders.events import Issued as OrderIssued
from domain.trainings.events import Invited
from domain.trainings.events import Planned as TrainingPlanned
from domain.unit_committees import events as unit_committees
from domain.unread_reports.events import SetAside
from domain.urgings.events import Urged
from domain.visits.events import ConcernRaised
from domain.visits.events import Recorded as VisitRecorded
from domain.work_hand_overs.events import DrawnUp as ListDrawnUp
from domain.work_hand_overs.events import ItemListed, WorkLeft
from domain.work_reports.events import Submitted
from eventlog.vault import Vault
from projections.catalogue import read_models
from projections.leads import register as leads
from projections.model import ReadModel
from tests.projections.any_event import any_event
from tests.projections.making import Connection, Log, build, fold, rows, stream

OPENINGS: dict[str, tuple[type[Event], ...]] = {
    "jurisdiction": (Begun,),
    "party": (PartyRegistered,),
    "person": (PersonRegistered,),
    "lead": (Received, ReporterRecorded, Arisen),
    "consultation": (Convened, Arisen),
    "work_report": (Submitted, Arisen),
    "notice": (NoticeIssued, NoticeReplied, Arisen),
    "rectification": (ProblemRaised, Arisen),
    "dossier": (DossierOpened, SectionOpened, FactRecorded, Arisen),
    "integrity_opinion": (OpinionAsked, Arisen),
    "daily_supervision": (SupervisionRecorded, FedBack, Arisen),
    "talk": (TalkPlanned, TalkRecorded, PromiseMade, Arisen),
    "responsibility_chain": (ChainOpened, StepAsked, Arisen),
    "training": (TrainingPlanned, Invited, Arisen),
    "secondment": (SecondmentProposed, SecondmentAppraised, Arisen),
    "selection": (
        selections.Opened,
        selections.Invited,
        selections.Nominated,
        selections.Objected,
        Arisen,
    ),
    "talent_pool": (
        talent_pools.Opened,
        talent_pools.Invited,
        talent_pools.Nominated,
        talent_pools.GroupFormed,
        talent_pools.SessionHeld,
        Arisen,
    ),
    "visit": (VisitRecorded, ConcernRaised, Arisen),
    "responsibility_tree": (TreeOpened, OrganisationAdded, Arisen),
    "duty_matrix": (MatrixOpened, ItemAdded, DutyAdded, ShareAsked, DutyResultRecorded, Arisen),
    "guidance_link": (Linked, Contacted, Arisen),
    "recommendation": (Drafted, Arisen),
    "case": (CaseOpened, SignOffOpened, Arisen),
    "task_order": (OrderIssued, FeedbackAsked, FollowUpAsked, Arisen),
    "proposal_form": (ProposalFormIssued, Arisen),
    "department_request": (DepartmentRequestIssued, Arisen),
    "urging": (Urged, Arisen),
    "joint_enforcement": (JointlyPlanned, ShareAssigned, ResultRecorded, Arisen),
    "unit_committee": (
        unit_committees.Guided,
        unit_committees.FindingRecorded,
        unit_committees.Enlisted,
        unit_committees.EvidenceRecorded,
        Arisen,
    ),
    "complaint": (ComplaintReceived, ComplaintReporterRecorded, Arisen),
    "quality_review": (ReviewOpened, FindingRecorded, Arisen),
    "quality_bulletin": (BulletinIssued, Arisen),
    "unread_report": (SetAside, Arisen),
    "joint_operation": (
        joint_operations.Proposed,
        joint_operations.Asked,
        joint_operations.PersonOffered,
        joint_operations.ShareAssigned,
        Arisen,
    ),
    "pairing": (ActivityRecorded, Arisen),
    "joint_theme": (ThemeChosen, ProblemFound, Arisen),
    "integrity_plan": (DrawnUp, ActivityProposed, Arisen),
    "inspection_link": (
        inspection_links.Opened,
        inspection_links.InformationShared,
        inspection_links.VerificationPlanned,
        inspection_links.LeadPassed,
        inspection_links.ProblemPutForward,
        Arisen,
    ),
    "pooled_stationing": (pooled_stationings.Established, pooled_stationings.Assigned, Arisen),
    "campaign": (Planned, ObjectListed, ObjectsAssigned, Found, CorrectionAsked, Arisen),
    "sweep": (SweepConvened, MatterHandedIn, RepeatSuspected, Arisen),
    "reexamination": (Reapplied, Informed, Arisen),
    "work_hand_over": (ListDrawnUp, ItemListed, WorkLeft, Arisen),
    "assessment": (AssessmentOpened, Arisen),
    "cadre_appraisal": (
        cadre_appraisals.Opened,
        cadre_appraisals.ViewAsked,
        cadre_appraisals.BallotRecorded,
        Arisen,
    ),
    "attachment": (AttachmentAdded, Arisen),
    "reading": (AttachmentOpened, Arisen),
    "obligation": (Received, ReporterRecorded, Arisen),
}
EVERY_TYPE = [
    (family.name, event_type.event) for family in CATALOGUE.families for event_type in family.events
]


@pytest.fixture
def models(unused_vault: Vault) -> tuple[ReadModel, ...]:
    return read_models(unused_vault)


def history(seed: int, *, events_each: int) -> Log:
    """For every type of event a stream of its own: opened, then that event, then more of its family."""
    chance = random.Random(seed)
    log = Log()
    for number, (family, kind) in enumerate(EVERY_TYPE):
        where = StreamId(stream(number, family))
        siblings = [other for name, other in EVERY_TYPE if name in {family, "obligation"}]
        kinds = [*OPENINGS.get(family, ()), kind, *chance.choices(siblings, k=events_each), kind]
        while kinds:
            size = chance.randrange(1, 4)
            command, kinds = kinds[:size], kinds[size:]
            log.command(*((where, any_event(each, chance)) for each in command))
    return log


@pytest.mark.parametrize("seed", [1, 2])
def test_rows_and_an_event_are_rows_freshly_built(
    connection: Connection, models: tuple[ReadModel, ...], seed: int
) -> None:
    log = history(seed, events_each=3)
    fresh = build(connection, models)
    parked_fresh = fold(connection, fresh, log.entries)
    event_by_event = build(connection, models)
    parked = fold(connection, event_by_event, log.entries, commands_at_once=1)
    for one, other in zip(fresh, event_by_event, strict=True):
        assert rows(connection, one) == rows(connection, other), one.model.name
    assert {(p.built.model.name, p.event.position) for p in parked} == {
        (p.built.model.name, p.event.position) for p in parked_fresh
    }


def test_a_type_once_opened_is_folded_by_every_model(
    connection: Connection, models: tuple[ReadModel, ...]
) -> None:
    built = build(connection, models)
    chance = random.Random(3)
    log = Log()
    for number, (family, kind) in enumerate(EVERY_TYPE):
        where = StreamId(stream(number, family))
        opened = [any_event(each, chance) for each in OPENINGS.get(family, ())]
        event = any_event(kind, chance)
        log.command(*((where, each) for each in (*opened, event)))
    parkings = fold(connection, built, log.entries)
    told = [(p.built.model.name, p.event.type, p.error) for p in parkings]
    assert [each for each in told if "never a" not in each[2]] == []


def test_every_event_of_a_lead_moves_its_row() -> None:
    kinds = {kind for _, kind in EVERY_TYPE if issubclass(kind, LeadEvent)}
    assert kinds <= set(leads.MODEL.handlers)
