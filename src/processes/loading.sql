-- What loading asks, each statement under its name.

-- The obligation that is owed in a stream under a rule; after an extension another one than before.
-- name: owing
select obligation
  from read.obligations
 where until_position is null and jurisdiction = %(jurisdiction)s and stream = %(stream)s
   and mechanism = %(mechanism)s and rule = %(rule)s and status in ('open', 'overdue', 'stopped')

-- The next day on which an obligation lapses or escalates.
-- name: next_due
select min(day)
  from (
    select due + 1 as day
      from read.obligations
     where until_position is null and jurisdiction = %(jurisdiction)s and status = 'open'
    union all
    select escalates + 1
      from read.obligations
     where until_position is null and jurisdiction = %(jurisdiction)s and status = 'overdue'
  ) as days

-- A matter that came from another jurisdiction, by how many came before it.
-- name: arrived
select stream
  from read.arrivals
 where until_position is null and jurisdiction = %(jurisdiction)s and news = 'matter'
 order by from_position
offset %(before)s limit 1
