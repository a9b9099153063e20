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

-- The latest day on which the clock opened a period of a cadence; what has a cause was there before it.
-- name: last_opened
select max(arisen) from read.obligations
 where jurisdiction = %(jurisdiction)s and period is not null and cause is null

-- Who holds no office any more in a party in which they held one.
-- name: leavers
select distinct a.stream as leaver, a.party as office
  from read.appointments as a
  join read.parties as p
    on p.jurisdiction = a.jurisdiction and p.until_position is null and p.code = a.party and not p.ended
 where a.until_position is null and a.jurisdiction = %(jurisdiction)s and a.ends < %(today)s
   and not exists (
       select from read.appointments as b
        where b.until_position is null and b.jurisdiction = a.jurisdiction
          and b.stream = a.stream and b.party = a.party
          and coalesce(b.ends, 'infinity') >= %(today)s)
 order by 1, 2

-- What stands on a list that is not signed yet.
-- name: listed
select matter from read.work_hand_over_items
 where until_position is null and jurisdiction = %(jurisdiction)s and state = 'listed'

-- What was noted as left behind, and is.
-- name: left
select stream from read.work_left
 where until_position is null and jurisdiction = %(jurisdiction)s and stage = 'left'
 order by 1

-- The bulletins on case quality that are owed.
-- name: bulletins
select owner, period from read.obligations
 where until_position is null and jurisdiction = %(jurisdiction)s
   and status in ('open', 'overdue') and period is not null and stream like 'quality_bulletin/%%'
 order by owner, period

-- Running leads and cases in the hands of a body of the commission's own line in which something is overdue, or
-- came back and was not handed in again; what is late the longest first.
-- name: running
with running as (
    select stream, party from read.leads
     where until_position is null and jurisdiction = %(jurisdiction)s and ended is null
    union all
    select stream, handling_party from read.cases
     where until_position is null and jurisdiction = %(jurisdiction)s
       and stage not in ('archived', 'withdrawn', 'annulled')
), late as (
    select stream, owner, min(due) as due from read.obligations
     where until_position is null and jurisdiction = %(jurisdiction)s and status = 'overdue'
       and (stream like 'lead/%%' or stream like 'case/%%')
     group by stream, owner
)
select r.stream
  from running as r
  join read.parties as p
    on p.until_position is null and p.jurisdiction = %(jurisdiction)s and p.code = r.party
   and p.kind = any(%(handling)s)
  left join late as l on l.stream = r.stream and l.owner = r.party
 where l.due is not null
    or exists (
       select from read.inbox as i
        where i.until_position is null and i.jurisdiction = %(jurisdiction)s
          and i.stream = r.stream
          and (i.kind in ('correct', 'open_sheet_anew', 'supplement_case', 'reinvestigate_case')
               or (i.kind in ('send_case', 'deliberate_case') and i.from_party is not null)))
 order by l.due nulls last, r.stream
 limit %(limit)s

-- Which of these streams have an obligation already.
-- name: existing
select distinct stream from read.obligations
 where jurisdiction = %(jurisdiction)s and stream = any(%(streams)s)
