"""Every read model there is: the runner, rebuild and the tests loop over it."""

from eventlog.vault import Vault
from projections import (
    access,
    commands,
    consultations,
    flows,
    inbox,
    leads,
    names,
    notices,
    obligations,
    organisation,
    timeline,
    work_reports,
)
from projections.model import ReadModel


def read_models(vault: Vault) -> tuple[ReadModel, ...]:
    """All read models, ``access`` first: where it fails, nothing else is folded."""
    return (
        access.MODEL,
        organisation.MODEL,
        leads.MODEL,
        consultations.MODEL,
        work_reports.MODEL,
        notices.MODEL,
        obligations.MODEL,
        inbox.MODEL,
        flows.MODEL,
        timeline.MODEL,
        commands.MODEL,
        names.model(vault),
    )
