-- The writer's own index of the log: what deciding needs to look up, derived from Kafka alone.
-- Dropped at any time it is built again from the first record (DESIGN.md, «The writer»).

CREATE SCHEMA IF NOT EXISTS eventlog;

CREATE TABLE IF NOT EXISTS eventlog.events (
    jurisdiction   text COLLATE "C" NOT NULL,
    position       bigint NOT NULL,
    stream         text COLLATE "C" NOT NULL,
    version        bigint NOT NULL,
    type           text COLLATE "C" NOT NULL,
    command_id     uuid NOT NULL,
    actor          text COLLATE "C" NOT NULL,
    recorded       timestamptz NOT NULL,
    organisational boolean NOT NULL,
    partition      integer NOT NULL,
    kafka_offset   bigint NOT NULL,
    value          bytea NOT NULL,
    sealed         bytea,
    PRIMARY KEY (jurisdiction, position)
);
CREATE UNIQUE INDEX IF NOT EXISTS events_by_stream ON eventlog.events (jurisdiction, stream, version);
CREATE INDEX IF NOT EXISTS events_organisational ON eventlog.events (jurisdiction, position) WHERE organisational;

-- Idempotency: accepted commands for ever, rejected ones until they expire.
CREATE TABLE IF NOT EXISTS eventlog.commands (
    jurisdiction   text COLLATE "C" NOT NULL,
    actor          text COLLATE "C" NOT NULL,
    command_id     uuid NOT NULL,
    digest         text COLLATE "C" NOT NULL,
    first_position bigint,
    last_position  bigint,
    last_hash      text COLLATE "C",
    outcome        bytea,       -- of a rejected command
    expires        timestamptz, -- of a rejected command
    PRIMARY KEY (jurisdiction, actor, command_id)
);
CREATE INDEX IF NOT EXISTS commands_by_expiry ON eventlog.commands (expires) WHERE expires IS NOT NULL;

-- Which streams carry a pseudonym: duplicates are found without opening anything.
CREATE TABLE IF NOT EXISTS eventlog.pseudonyms (
    jurisdiction text COLLATE "C" NOT NULL,
    pseudonym    text COLLATE "C" NOT NULL,
    stream       text COLLATE "C" NOT NULL,
    PRIMARY KEY (jurisdiction, pseudonym, stream)
);

-- The last number given in each register.
CREATE TABLE IF NOT EXISTS eventlog.numbers (
    jurisdiction text COLLATE "C" NOT NULL,
    organ        text COLLATE "C" NOT NULL,
    kind         text COLLATE "C" NOT NULL,
    year         integer NOT NULL,
    serial       bigint NOT NULL,
    PRIMARY KEY (jurisdiction, organ, kind, year)
);

-- How far each partition is indexed, and what gives its offsets their meaning.
CREATE TABLE IF NOT EXISTS eventlog.tracking (
    partition       integer PRIMARY KEY,
    cluster         text NOT NULL,
    topic           text NOT NULL,
    events_offset   bigint NOT NULL,
    outcomes_offset bigint NOT NULL,
    end_offset      bigint NOT NULL -- where the log ended when catching up began: for progress
);

CREATE TABLE IF NOT EXISTS eventlog.heads (
    partition    integer NOT NULL,
    jurisdiction text COLLATE "C" NOT NULL,
    position     bigint NOT NULL,
    hash         text NOT NULL,
    kafka_offset bigint NOT NULL,
    PRIMARY KEY (partition, jurisdiction)
);

-- Records that do not count, for «guantong status» and the alarm.
CREATE TABLE IF NOT EXISTS eventlog.voids (
    partition    integer NOT NULL,
    kafka_offset bigint NOT NULL,
    key          bytea,
    reason       text NOT NULL,
    PRIMARY KEY (partition, kafka_offset)
);

-- Owners that ended without a farewell at one offset: the mark of a command that kills its writer.
CREATE TABLE IF NOT EXISTS eventlog.takeovers (
    partition    integer PRIMARY KEY,
    kafka_offset bigint NOT NULL,
    count        integer NOT NULL,
    trying       boolean NOT NULL -- that command was being decided, alone
);

-- For the read side: the log by position, without reading Kafka.
CREATE OR REPLACE VIEW eventlog.history AS
SELECT jurisdiction, position, stream, version, type, recorded, value, sealed
FROM eventlog.events;
