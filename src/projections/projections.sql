-- What the projections know about themselves. Made by whoever comes first; never migrated, only added to.

create schema if not exists projections;
create schema if not exists read;

-- One row per built version of a read model. Exactly one per model is live.
create table if not exists projections.registry (
    schema_name text primary key,
    model text not null,
    version integer not null,
    digest text not null,
    state text not null check (state in ('building', 'live', 'retired')),
    reader text not null,
    since timestamptz not null default now()
);
create unique index if not exists one_live_version on projections.registry (model) where state = 'live';

-- How far a reader has come in each partition. Commits together with the rows.
create table if not exists projections.tracking (
    reader text not null,
    partition integer not null,
    cluster text not null,
    topic text not null,
    next_offset bigint not null,
    outcomes_offset bigint not null default 0,
    primary key (reader, partition)
);

-- How far a reader has come in each jurisdiction: what counts outside the log is the position.
create table if not exists projections.heads (
    reader text not null,
    jurisdiction text collate "C" not null,
    partition integer not null,
    position bigint not null,
    hash text not null,
    kafka_offset bigint not null,
    time timestamptz not null,
    primary key (reader, jurisdiction)
);

-- Streams of a read model that could not be folded. «guantong unpark» folds them anew.
create table if not exists projections.parked (
    schema_name text not null references projections.registry on delete cascade,
    model text not null,
    jurisdiction text collate "C" not null,
    stream text collate "C" not null,
    position bigint not null,
    event_type text not null,
    error text not null,
    since timestamptz not null default now(),
    primary key (schema_name, jurisdiction, stream)
);

-- Jurisdictions that stand still: access could not be folded, or an event needs a newer version.
create table if not exists projections.stopped (
    jurisdiction text collate "C" primary key,
    position bigint not null,
    event_type text not null,
    code text not null,
    error text not null,
    since timestamptz not null default now()
);

-- Rejected commands, from the outcomes topic, until they expire: an answer, not a read model.
create table if not exists projections.rejections (
    jurisdiction text collate "C" not null,
    command_id uuid not null,
    actor text collate "C" not null,
    outcome jsonb not null,
    expires timestamptz not null,
    primary key (jurisdiction, command_id, actor)
);
