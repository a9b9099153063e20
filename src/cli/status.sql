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
