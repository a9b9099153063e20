"""呈批 as a family uses it: a matter is submitted, climbs its route, and is approved, returned or withdrawn.

`domain.submission` says how one climbs and who may sign. Here stand the commands that every family has
for it, events to derive a family's own from, how they fold, the decisions over them, and the entries of
the registry that a family makes of these. Leads, whose events are older, have their own.
"""
