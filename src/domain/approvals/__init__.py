"""呈批 as a family uses it: a matter is submitted, climbs its route, and is approved, returned or withdrawn.

`domain.submission` says how one climbs and who may sign. Here stand the commands that every family has
for it, events to derive a family's own from, how they fold, and the decisions over them. Leads, whose
events are older, have their own.
"""
