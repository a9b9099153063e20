-- What `guantong status` asks of the projections, each statement under its name.

-- name: heads
select jurisdiction, partition, position from projections.heads where reader = 'live' order by 1

-- name: tracking
select partition, next_offset from projections.tracking where reader = 'live' order by 1

-- name: parked
select parked.model, jurisdiction, stream, position, event_type, error, parked.since
  from projections.parked
  join projections.registry using (schema_name)
 where state = 'live'
 order by jurisdiction, stream, parked.model

-- name: attachments
select jurisdiction, stream, attachment, damage, damaged as since
  from read.attachments
 where until_position is null and damage is not null
 order by jurisdiction, attachment

-- name: stopped
select jurisdiction, position, event_type, code, error, since
  from projections.stopped
 order by jurisdiction

-- name: dispatches
select sent.jurisdiction, sent.to_jurisdiction, count(*) filter (where sent.status = 'sent') as waiting,
       count(*) filter (where sent.status = 'failed') as failed, min(sent.sent) as oldest
  from read.dispatches as sent
 where sent.until_position is null and sent.status in ('sent', 'failed')
   and not exists (
       select from read.arrivals as come
        where come.until_position is null and come.jurisdiction = sent.to_jurisdiction
          and come.stream = sent.there and come.leg = sent.leg_there
          and come.dispatch = sent.dispatch)
 group by 1, 2
 order by 1, 2
