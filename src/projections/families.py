"""What every family shows. A new family is added here, and nowhere else."""

from typing import Final

from projections import (
    cases,
    complaints,
    consultations,
    daily_supervisions,
    department_requests,
    dossiers,
    guidance_links,
    integrity_opinions,
    joint_enforcements,
    leads,
    notices,
    proposal_forms,
    recommendations,
    rectifications,
    responsibility_chains,
    responsibility_trees,
    talks,
    task_orders,
    unread_reports,
    urgings,
    visits,
    work_reports,
)
from projections.projection import Projection

PROJECTIONS: Final[tuple[Projection, ...]] = (
    leads.PROJECTION,
    cases.PROJECTION,
    consultations.PROJECTION,
    work_reports.PROJECTION,
    notices.PROJECTION,
    rectifications.PROJECTION,
    dossiers.PROJECTION,
    integrity_opinions.PROJECTION,
    daily_supervisions.PROJECTION,
    talks.PROJECTION,
    visits.PROJECTION,
    responsibility_trees.PROJECTION,
    responsibility_chains.PROJECTION,
    guidance_links.PROJECTION,
    recommendations.PROJECTION,
    task_orders.PROJECTION,
    proposal_forms.PROJECTION,
    department_requests.PROJECTION,
    urgings.PROJECTION,
    joint_enforcements.PROJECTION,
    complaints.PROJECTION,
    unread_reports.PROJECTION,
)
