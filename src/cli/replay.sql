-- What `guantong replay` asks, each statement under its name.

-- The log itself, by position: for auditors.
-- name: log
select stream, value from eventlog.history
 where jurisdiction = %(jurisdiction)s and (%(stream)s::text is null or stream = %(stream)s)
 order by position

-- What parties are called: no secret.
-- name: parties
select code, zh, en from read.parties
 where until_position is null and jurisdiction = %(jurisdiction)s
