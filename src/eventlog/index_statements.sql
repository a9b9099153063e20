-- The statements of index.py, each under its name.

-- name: session
-- All is derived, so a commit need not reach the disk; all is looked up by key, so statistics that lag
-- behind a growing table must not tempt the planner to read it whole.
SET TIME ZONE 'UTC'; SET synchronous_commit = off; SET enable_seqscan = off;

-- name: one_snapshot
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ

-- name: tracking
SELECT cluster, topic, events_offset, outcomes_offset FROM eventlog.tracking WHERE partition = %s

-- name: covers
SELECT FROM eventlog.tracking
WHERE partition = %s AND cluster = %s AND topic = %s AND events_offset >= %s AND outcomes_offset >= %s

-- name: heads
SELECT jurisdiction, position, hash, kafka_offset FROM eventlog.heads WHERE partition = %s

-- name: partitions
SELECT partition FROM eventlog.tracking ORDER BY partition

-- name: progress
SELECT partition, events_offset, greatest(end_offset, events_offset) FROM eventlog.tracking ORDER BY partition

-- name: own
-- Locks the tracking row.
SELECT topic, events_offset, outcomes_offset FROM eventlog.tracking WHERE partition = %s FOR UPDATE

-- name: enter
INSERT INTO eventlog.tracking (partition, cluster, topic, events_offset, outcomes_offset, end_offset)
VALUES (%s, %s, %s, %s, %s, %s)
ON CONFLICT DO NOTHING

-- name: begin
UPDATE eventlog.tracking
SET cluster = %s, topic = %s, events_offset = %s, outcomes_offset = %s, end_offset = %s
WHERE partition = %s

-- name: forget_events
DELETE FROM eventlog.events WHERE partition = %s

-- name: forget_offsets
WITH voids AS (DELETE FROM eventlog.voids WHERE partition = %s)
DELETE FROM eventlog.takeovers WHERE partition = %s

-- name: advance
UPDATE eventlog.tracking SET events_offset = %s, outcomes_offset = %s
WHERE partition = %s AND topic = %s AND events_offset = %s AND outcomes_offset = %s

-- name: copy_events
COPY eventlog.events (
    jurisdiction, position, stream, version, type, command_id, actor, recorded, organisational,
    partition, kafka_offset, value, sealed
) FROM STDIN (FORMAT BINARY)

-- name: write_accepted
INSERT INTO eventlog.commands (jurisdiction, actor, command_id, digest, first_position, last_position, last_hash)
SELECT * FROM unnest(
    %s::text[], %s::text[], %s::uuid[], %s::text[], %s::bigint[], %s::bigint[], %s::text[])
ON CONFLICT (jurisdiction, actor, command_id) DO UPDATE SET
    digest = excluded.digest, first_position = excluded.first_position,
    last_position = excluded.last_position, last_hash = excluded.last_hash,
    outcome = NULL, expires = NULL

-- name: write_rejected
INSERT INTO eventlog.commands (jurisdiction, actor, command_id, digest, outcome, expires)
SELECT * FROM unnest(%s::text[], %s::text[], %s::uuid[], %s::text[], %s::bytea[], %s::timestamptz[])
ON CONFLICT (jurisdiction, actor, command_id) DO UPDATE SET
    digest = excluded.digest, outcome = excluded.outcome, expires = excluded.expires
WHERE commands.last_position IS NULL

-- name: write_pseudonyms
INSERT INTO eventlog.pseudonyms (jurisdiction, pseudonym, stream)
SELECT * FROM unnest(%s::text[], %s::text[], %s::text[])
ON CONFLICT DO NOTHING

-- name: write_numbers
INSERT INTO eventlog.numbers (jurisdiction, organ, kind, year, serial)
SELECT * FROM unnest(%s::text[], %s::text[], %s::text[], %s::integer[], %s::bigint[])
ON CONFLICT (jurisdiction, organ, kind, year) DO UPDATE SET
    serial = greatest(numbers.serial, excluded.serial)

-- name: write_heads
INSERT INTO eventlog.heads (partition, jurisdiction, position, hash, kafka_offset)
SELECT * FROM unnest(%s::integer[], %s::text[], %s::bigint[], %s::text[], %s::bigint[])
ON CONFLICT (partition, jurisdiction) DO UPDATE SET
    position = excluded.position, hash = excluded.hash, kafka_offset = excluded.kafka_offset

-- name: write_voids
INSERT INTO eventlog.voids (partition, kafka_offset, key, reason)
SELECT * FROM unnest(%s::integer[], %s::bigint[], %s::bytea[], %s::text[])
ON CONFLICT DO NOTHING

-- name: forget_expired
-- What another is writing just now is left to the next time: who waits for nobody is in nobody's way.
DELETE FROM eventlog.commands WHERE (jurisdiction, actor, command_id) IN (
    SELECT jurisdiction, actor, command_id FROM eventlog.commands WHERE expires < %s FOR UPDATE SKIP LOCKED)

-- name: known
SELECT asked.ordinal, known.digest, known.first_position, known.last_position, known.last_hash,
    known.outcome, known.expires, answer.stream, answer.version
FROM unnest(%s::text[], %s::text[], %s::uuid[], %s::text[])
    WITH ORDINALITY AS asked (jurisdiction, actor, command_id, target, ordinal)
JOIN eventlog.commands AS known USING (jurisdiction, actor, command_id)
LEFT JOIN LATERAL (
    SELECT stream, version FROM eventlog.events
    WHERE events.jurisdiction = asked.jurisdiction AND (
        events.position = known.first_position
        OR events.stream = asked.target AND events.position <= known.last_position)
    ORDER BY stream = asked.target DESC, version DESC
    LIMIT 1
) AS answer ON true

-- name: streams
SELECT events.jurisdiction, events.stream, events.value
FROM unnest(%s::text[], %s::text[]) AS asked (jurisdiction, stream)
JOIN eventlog.events USING (jurisdiction, stream)
ORDER BY events.jurisdiction, events.stream, events.version

-- name: matches
SELECT jurisdiction, pseudonym, stream
FROM unnest(%s::text[], %s::text[]) AS asked (jurisdiction, pseudonym)
JOIN eventlog.pseudonyms USING (jurisdiction, pseudonym)
ORDER BY jurisdiction, pseudonym, stream

-- name: having
-- The streams of a family lie side by side in the index by stream: «/» comes before «0».
SELECT DISTINCT stream FROM eventlog.events
WHERE jurisdiction = %s AND stream > %s AND stream < %s AND type LIKE %s AND recorded >= %s
ORDER BY stream

-- name: organisational
SELECT value FROM eventlog.events WHERE jurisdiction = %s AND organisational AND position > %s
ORDER BY position

-- name: after
SELECT value FROM eventlog.events WHERE jurisdiction = %s AND position > %s ORDER BY position

-- name: event
SELECT value, sealed FROM eventlog.events WHERE jurisdiction = %s AND position = %s

-- name: numbers
SELECT organ, kind, year, serial FROM eventlog.numbers WHERE jurisdiction = %s

-- name: last_recorded
SELECT recorded FROM eventlog.events WHERE jurisdiction = %s ORDER BY position DESC LIMIT 1

-- name: voids
SELECT partition, kafka_offset, key, reason FROM eventlog.voids ORDER BY partition, kafka_offset LIMIT %s

-- name: take_over
INSERT INTO eventlog.takeovers AS takeover (partition, kafka_offset, count, trying) VALUES (%s, %s, 1, false)
ON CONFLICT (partition) DO UPDATE SET
    count = CASE WHEN takeover.kafka_offset = excluded.kafka_offset THEN takeover.count + 1 ELSE 1 END,
    trying = takeover.trying AND takeover.kafka_offset = excluded.kafka_offset,
    kafka_offset = excluded.kafka_offset
RETURNING count, trying

-- name: trying
UPDATE eventlog.takeovers SET kafka_offset = %s, trying = true WHERE partition = %s

-- name: farewell
DELETE FROM eventlog.takeovers WHERE partition = %s

-- name: retreat
WITH taken_back AS (
    UPDATE eventlog.takeovers SET count = count - 1 WHERE partition = %s AND count > 1 RETURNING partition
)
DELETE FROM eventlog.takeovers WHERE partition = %s AND count <= 1 AND NOT trying
