-- Parts over a row t of the register of leads, of what its party owes in it: the first due day; anything overdue.

select min(o.due) from read.obligations as o
where o.jurisdiction = t.jurisdiction and o.stream = t.stream and o.owner = t.party
    and o.status in ('open', 'overdue')
    and o.from_position <= coalesce(%(as_of)s::bigint, o.from_position)
    and (o.until_position is null or o.until_position > %(as_of)s::bigint)

select exists (
    select from read.obligations as o
    where o.jurisdiction = t.jurisdiction and o.stream = t.stream and o.owner = t.party
        and o.status = 'overdue'
        and o.from_position <= coalesce(%(as_of)s::bigint, o.from_position)
        and (o.until_position is null or o.until_position > %(as_of)s::bigint)
)
