"""How joint evidence waits and goes: recorded by one side, confirmed by the other."""

from typing import Final

from domain.unit_committees import events
from projections.two_sides import TwoSided

EVIDENCE: Final = TwoSided(
    item="confirm_evidence",
    flow="joint_evidence",
    serial="evidence",
    recorded=(events.EvidenceRecorded,),
    confirmed=(events.EvidenceConfirmed,),
    sent_back=(events.EvidenceReturned,),
    again="record_evidence_again",
)
