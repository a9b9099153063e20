-- What the courier asks, each statement under its name.

-- name: heads
select jurisdiction, position from projections.heads where reader = 'live'

-- What is not at the other end, of each leg in the order in which it was sent. Looked at is only what
-- is newer than a position of its jurisdiction. `first_position` is that of the event itself,
-- `from_position` that of what was last said about it. A log that was closed here, so that it goes on elsewhere,
-- ends with its closing: what it sent is carried from there.
-- name: waiting
select sent.jurisdiction, sent.stream, sent.leg, sent.to_jurisdiction, sent.status, sent.attempt,
       sent.from_position,
       (select min(any_version.from_position) from read.dispatches as any_version
         where any_version.jurisdiction = sent.jurisdiction and any_version.stream = sent.stream
           and any_version.leg = sent.leg and any_version.dispatch = sent.dispatch
       ) as first_position
  from read.dispatches as sent
  left join unnest(%(codes)s::text[], %(positions)s::bigint[]) as looked (jurisdiction, position)
    on looked.jurisdiction = sent.jurisdiction
 where sent.until_position is null and sent.status <> 'recalled'
   and sent.from_position > coalesce(looked.position, 0)
   and not exists (
       select from read.arrivals as come
        where come.until_position is null and come.jurisdiction = sent.to_jurisdiction
          and come.stream = sent.there and come.leg = sent.leg_there
          and come.dispatch = sent.dispatch)
   and not exists (
       select from eventlog.heads as head join eventlog.events as last using (jurisdiction, position)
        where head.jurisdiction = sent.jurisdiction
          and last.type = 'guantong.jurisdiction.closed.v1')
 order by sent.jurisdiction, sent.stream, sent.leg, sent.dispatch

-- An attachment that is not known to be damaged, and how often it was before.
-- name: whole
select damages from read.attachments
 where until_position is null and jurisdiction = %(jurisdiction)s and attachment = %(attachment)s
   and damage is null
