"""The roles that decisions ask for. A scheme names each in Chinese and English and may add its own.

Codes, not an enum: who may read what is the scheme's, by role; only these few are known to code.
"""

from typing import Final

PRINCIPAL_HEAD: Final = "principal_head"
"""主要负责人 of the commission, a county commission or the city's Party committee."""

LEADER_IN_CHARGE: Final = "leader_in_charge"
"""分管领导: the commission's leader in charge of an office or of stationed groups."""

ASSISTING_LEADER: Final = "assisting_leader"
"""协管领导."""

HEAD: Final = "head"
"""负责人 of an office, a stationed group, a unit, a department (室主任、组长、单位负责人)."""

DEPUTY_HEAD: Final = "deputy_head"
"""副职 (副主任、副组长)."""

KEEPER: Final = "keeper"
"""专人管理: who keeps the register and numbers what comes in (RD 23, R 203)."""

HANDLER: Final = "handler"
"""承办人: who may be named to handle."""

MEMBER: Final = "member"
"""工作人员 without one of the roles above."""

LIAISON: Final = "liaison"
"""联络员 of a party that works with others: receives, acknowledges, feeds back."""

ADMINISTRATOR: Final = "administrator"
"""系统管理员 in the commission: adopts schemes, registers persons, appoints. Reads no lead."""

ALL: Final = (
    PRINCIPAL_HEAD,
    LEADER_IN_CHARGE,
    ASSISTING_LEADER,
    HEAD,
    DEPUTY_HEAD,
    KEEPER,
    HANDLER,
    MEMBER,
    LIAISON,
    ADMINISTRATOR,
)

LEADING: Final = (PRINCIPAL_HEAD, LEADER_IN_CHARGE, ASSISTING_LEADER, HEAD, DEPUTY_HEAD)
"""Who may approve what a colleague corrects, annuls, extends."""
