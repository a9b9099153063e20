"""Every read model there is: the runner, rebuild and the tests loop over it."""

from eventlog.vault import Vault
from projections import (
    access,
    commands,
    dispatches,
    flows,
    inbox,
    names,
    obligations,
    organisation,
    timeline,
)
from projections.families import PROJECTIONS
from projections.model import ReadModel


def read_models(vault: Vault) -> tuple[ReadModel, ...]:
    """All read models, ``access`` first: where it fails, nothing else is folded."""
    return (
        access.MODEL,
        organisation.MODEL,
        *(each.model for each in PROJECTIONS),
        obligations.MODEL,
        inbox.MODEL,
        flows.MODEL,
        dispatches.MODEL,
        timeline.MODEL,
        commands.MODEL,
        names.model(vault),
    )
