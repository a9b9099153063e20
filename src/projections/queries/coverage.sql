-- How often each of those expected (x) was covered by rows (t) in a period; what nobody may read does not count.
with groups as (
    select t.code, t.supervising_office
    from read.parties as t
    where t.jurisdiction = %(jurisdiction)s and {true_then} and t.kind = any(%(group_kinds)s) and not t.ended
        and (
            t.code = %(party)s
            or %(kept_from)s::text is distinct from 'office' and t.supervising_office = %(party)s
            or %(kept_from)s::text is distinct from 'commission' and exists (
                select from read.jurisdictions as j
                where j.jurisdiction = t.jurisdiction and j.until_position is null
                    and j.founding_party = %(party)s
            )
        )
),
units as (
    select t.code, t.stationed_group
    from read.parties as t
    join groups as g on g.code = t.stationed_group
    where t.jurisdiction = %(jurisdiction)s and {true_then} and not t.ended
        and t.kind = any(%(unit_kinds)s)
),
committees as (
    select t.code, t.stationed_group
    from read.parties as t
    where t.jurisdiction = %(jurisdiction)s and {true_then} and not t.ended
        and t.kind = %(committee_kind)s
        and (t.code = %(party)s or t.stationed_group in (select g.code from groups as g))
),
party_groups as (
    select t.code, t.stationed_group
    from read.parties as t
    where t.jurisdiction = %(jurisdiction)s and {true_then} and not t.ended and t.kind = 'partyGroup'
        and (t.code = %(party)s or t.stationed_group in (select g.code from groups as g))
),
x as ({expected})
select {keys}, c.times, c.latest{figures}
from x
cross join lateral (
    select count(*) as times, max(t.{day}) as latest{counted}
    from read.{table} as t
    where t.jurisdiction = %(jurisdiction)s and {match} and {permission} and {true_then}
        and {in_period}
) as c
where not %(gaps)s or c.times = 0
order by {keys}
