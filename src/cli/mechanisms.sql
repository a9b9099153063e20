-- What `guantong mechanisms` asks, under its name.

-- Each mechanism of the scheme in force, and what became of what was owed under it. An obligation whose
-- clock is stopped is open; one that was superseded counts as its successor. A mechanism that the scheme
-- in force has no longer is told as long as anything was owed under it.
-- name: mechanisms
with configured as (
  select mechanism.jurisdiction, mechanism.mechanism, place, zh, en, rules
    from read.mechanisms as mechanism
    join (select jurisdiction, max(version) as version
            from read.schemes where until_position is null group by 1) as in_force
   using (jurisdiction, version)
   where mechanism.until_position is null
), owed as (
  select jurisdiction, mechanism, max(from_position) as position,
         count(*) filter (where status in ('open', 'stopped')) as open,
         count(*) filter (where status = 'overdue') as overdue,
         count(*) filter (where status = 'fulfilled' and late_working_days = 0) as met_on_time,
         count(*) filter (where status = 'fulfilled' and late_working_days > 0) as met_late,
         count(*) filter (where status = 'withdrawn') as withdrawn,
         count(*) filter (where status = 'missed') as missed
    from read.obligations
   where until_position is null
   group by 1, 2
)
select jurisdiction, mechanism, zh, en, coalesce(rules, 0) as rules,
       coalesce(open, 0) as open, coalesce(overdue, 0) as overdue,
       coalesce(met_on_time, 0) as met_on_time, coalesce(met_late, 0) as met_late,
       coalesce(withdrawn, 0) as withdrawn, coalesce(missed, 0) as missed,
       (select occurred from read.timeline as happened
         where happened.jurisdiction = owed.jurisdiction and happened.position = owed.position
           and happened.until_position is null) as last_event
  from configured
  full join owed using (jurisdiction, mechanism)
 where %(jurisdiction)s::text is null or jurisdiction = %(jurisdiction)s
 order by jurisdiction, place nulls last, mechanism
