-- What the clock asks, each statement under its name.

-- name: heads
select jurisdiction, position from projections.heads where reader = 'live'

-- Whether read models and index have reached a position.
-- name: reached
select 1
  from projections.heads as live
  join eventlog.heads as log using (jurisdiction)
 where live.reader = 'live' and jurisdiction = %(jurisdiction)s
   and least(live.position, log.position) >= %(position)s

-- name: stopped
select error from projections.stopped where jurisdiction = %(jurisdiction)s

-- The due date passed: lapse. A step of escalation was reached: escalate.
-- name: due
select stream, obligation, 'lapse' as step, 0 as number, revision
  from read.obligations
 where until_position is null and jurisdiction = %(jurisdiction)s
   and status = 'open' and due < %(today)s
union all
select stream, obligation, 'escalate', escalated + 1, revision
  from read.obligations
 where until_position is null and jurisdiction = %(jurisdiction)s
   and status = 'overdue' and escalates < %(today)s

-- Provisional due dates, to be computed again by a newer calendar.
-- name: provisional
select stream, obligation, 'revise' as step, 0 as number, revision
  from read.obligations
 where until_position is null and jurisdiction = %(jurisdiction)s
   and status in ('open', 'overdue') and provisional

-- The latest day on which a period of a cadence was opened.
-- name: last_opened
select max(arisen) from read.obligations where jurisdiction = %(jurisdiction)s and period is not null

-- Which of these streams have an obligation already.
-- name: existing
select distinct stream from read.obligations
 where jurisdiction = %(jurisdiction)s and stream = any(%(streams)s)
