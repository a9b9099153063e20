"""Every family of actions there is. A new family is added here, and nowhere else."""

from collections.abc import Mapping
from typing import Final

from domain import (
    assessments,
    attachments,
    cadre_appraisals,
    campaigns,
    cases,
    complaints,
    consultations,
    daily_supervisions,
    department_requests,
    dossiers,
    duty_matrices,
    guidance_links,
    inspection_links,
    integrity_opinions,
    integrity_plans,
    joint_enforcements,
    joint_operations,
    joint_themes,
    jurisdictions,
    leads,
    notices,
    obligations,
    pairings,
    parties,
    persons,
    pooled_stationings,
    proposal_forms,
    quality_bulletins,
    quality_reviews,
    readings,
    recommendations,
    rectifications,
    reexaminations,
    responsibility_chains,
    responsibility_trees,
    schemes,
    secondments,
    selections,
    sweeps,
    talent_pools,
    talks,
    task_orders,
    trainings,
    unit_committees,
    unread_reports,
    urgings,
    visits,
    work_hand_overs,
    work_reports,
)
from domain.model import Event
from domain.registry import Action, Catalogue, EventType, Family

CATALOGUE: Final = Catalogue(
    (
        jurisdictions.FAMILY,
        schemes.FAMILY,
        parties.FAMILY,
        persons.FAMILY,
        obligations.FAMILY,
        leads.FAMILY,
        cases.FAMILY,
        reexaminations.FAMILY,
        consultations.FAMILY,
        work_reports.FAMILY,
        notices.FAMILY,
        rectifications.FAMILY,
        dossiers.FAMILY,
        integrity_opinions.FAMILY,
        daily_supervisions.FAMILY,
        talks.FAMILY,
        visits.FAMILY,
        trainings.FAMILY,
        secondments.FAMILY,
        selections.FAMILY,
        talent_pools.FAMILY,
        responsibility_trees.FAMILY,
        duty_matrices.FAMILY,
        responsibility_chains.FAMILY,
        guidance_links.FAMILY,
        recommendations.FAMILY,
        task_orders.FAMILY,
        proposal_forms.FAMILY,
        department_requests.FAMILY,
        urgings.FAMILY,
        joint_enforcements.FAMILY,
        unit_committees.FAMILY,
        complaints.FAMILY,
        unread_reports.FAMILY,
        joint_operations.FAMILY,
        pairings.FAMILY,
        joint_themes.FAMILY,
        integrity_plans.FAMILY,
        inspection_links.FAMILY,
        pooled_stationings.FAMILY,
        campaigns.FAMILY,
        sweeps.FAMILY,
        quality_reviews.FAMILY,
        quality_bulletins.FAMILY,
        work_hand_overs.FAMILY,
        assessments.FAMILY,
        cadre_appraisals.FAMILY,
        attachments.FAMILY,
        readings.FAMILY,
    )
)

FAMILIES: Final[tuple[Family, ...]] = CATALOGUE.families
"""All of them, in the order in which documents list them."""

FAMILY: Final[Mapping[str, Family]] = CATALOGUE.family
"""``lead`` → its family."""

ACTIONS: Final[Mapping[str, tuple[Family, Action]]] = CATALOGUE.actions
"""``guantong.lead.transfer`` → family and action."""

EVENTS: Final[Mapping[str, EventType]] = CATALOGUE.events
"""``guantong.lead.transferred.v1`` → the type of event."""

TYPE_OF: Final[Mapping[type[Event], str]] = CATALOGUE.type_of
"""The class of an event → its full type name."""
