-- Who may read what, as of now: what permission.py needs to know of a reader, in one row.

set local check_function_bodies = off;

do $$
declare
    old regprocedure;
begin
    for old in select oid::regprocedure from pg_proc where pronamespace = 'read'::regnamespace loop
        execute 'drop function ' || old;
    end loop;
end
$$;

-- The jurisdiction's clock: simulated, or the wall clock.
create function read.now(of_jurisdiction text) returns timestamptz
language sql stable parallel safe as $$
    select case clock when 'simulated' then simulated_now else now() end
    from read.jurisdictions where jurisdiction = of_jurisdiction and until_position is null
$$;

create function read.today(of_jurisdiction text) returns date
language sql stable parallel safe as $$
    select (read.now(of_jurisdiction) at time zone 'Asia/Shanghai')::date
$$;

-- A person and everybody known to be the same natural person.
create function read.identities(of_jurisdiction text, of_person text)
returns table (person text)
language sql stable parallel safe as $$
    with recursive same (person) as (
        select of_person collate "C"
        union
        select case l.stream when s.person then l.other else l.stream end
        from same as s
        join read.links as l
            on l.jurisdiction = of_jurisdiction and l.until_position is null
            and (l.stream = s.person or l.other = s.person)
    )
    select person from same
$$;

-- The roles that a person holds in a party today; none in one that has ended.
create function read.roles_of(of_jurisdiction text, of_person text, of_party text)
returns table (role text)
language sql stable parallel safe as $$
    select a.role from read.appointments as a
    where a.jurisdiction = of_jurisdiction and a.until_position is null
        and a.stream = of_person and a.party = of_party
        and read.today(of_jurisdiction) between a.begins and coalesce(a.ends, 'infinity')
        and not exists (
            select from read.parties as p
            where p.jurisdiction = of_jurisdiction and p.until_position is null
                and p.code = of_party and p.ended
        )
$$;

-- Whether a person reads for a party at all: holds office in it today or founded the jurisdiction, and the
-- jurisdiction does not stand still.
create function read.admits(of_jurisdiction text, of_person text, of_party text)
returns boolean
language sql stable parallel safe as $$
    select not exists (
            select from projections.stopped as s where s.jurisdiction = of_jurisdiction
        )
        and (
            exists (select from read.roles_of(of_jurisdiction, of_person, of_party))
            or exists (
                select from read.jurisdictions as j
                where j.jurisdiction = of_jurisdiction and j.until_position is null
                    and j.founder = of_person and j.founding_party = of_party
            )
        )
$$;

-- The classes that a person's roles in a party open, and how far, under the scheme in force; before there is
-- one, the founder reads what concerns the organisation.
create function read.classes(of_jurisdiction text, of_person text, of_party text)
returns table (visibility text, level text)
language sql stable parallel safe as $$
    select c.visibility, c.level
    from read.class_roles as c
    where c.jurisdiction = of_jurisdiction and c.until_position is null
        and c.version = (
            select max(version) from read.class_roles
            where jurisdiction = of_jurisdiction and until_position is null
        )
        and c.role in (select role from read.roles_of(of_jurisdiction, of_person, of_party))
    union
    select 'organisation', 'content'
    where not exists (
        select from read.class_roles
        where jurisdiction = of_jurisdiction and until_position is null
    )
$$;

-- The keys that open locks of read.access (party/class/level): for the party itself and for those off the
-- system whose acts it enters; only to these classes (none named: to all). Who may read the content of a class may know its status; who may know the
-- status only is content with that, also where the party is concerned with the content.
create function read.keys(
    of_jurisdiction text, of_person text, of_party text, of_level text, of_classes text[]
) returns table (key text)
language sql stable parallel safe as $$
    select distinct p.code || '/' || c.visibility || '/' || l.level
    from (
        select of_party as code
        union
        select code from read.parties
        where jurisdiction = of_jurisdiction and until_position is null
            and entered_by = of_party and not on_system and not ended
    ) as p
    cross join read.classes(of_jurisdiction, of_person, of_party) as c
    cross join (values ('content'), ('status')) as l (level)
    where (of_level = 'status' or (c.level = 'content' and l.level = 'content'))
        and (cardinality(of_classes) = 0 or c.visibility = any(of_classes))
$$;

-- The scopes that these keys open, if their locks are fewer than 1,000: their streams and, in the same order,
-- their names. Else null: there is much to read.
create function read.opened(of_jurisdiction text, keys text[])
returns table (streams text[], scopes text[])
language sql stable parallel safe as $$
    with locks as materialized (
        select a.stream, a.scope from read.access as a
        where a.jurisdiction = of_jurisdiction and a.until_position is null
            and a.lock = any(keys)
            and (a.expires is null or a.expires >= read.today(of_jurisdiction))
        limit 1000
    ),
    few as (
        select distinct stream, scope from locks where (select count(*) from locks) < 1000
    )
    select
        case when (select count(*) from locks) < 1000
            then coalesce(array_agg(few.stream order by few.stream, few.scope), '{}') end,
        case when (select count(*) from locks) < 1000
            then coalesce(array_agg(few.scope order by few.stream, few.scope), '{}') end
    from few
$$;

-- Matters that were opened to a person by name, at least this far.
create function read.granted(of_jurisdiction text, of_person text, of_level text)
returns text[]
language sql stable parallel safe as $$
    select array(
        select g.matter from read.grants as g
        join read.identities(of_jurisdiction, of_person) as i on i.person = g.stream
        where g.jurisdiction = of_jurisdiction and g.until_position is null
            and (g.level = of_level or g.level = 'content')
            and g.expires >= read.today(of_jurisdiction)
    )
$$;

-- Streams of which a person reads nothing: recused, named in it or its reporter – and what came from there.
create function read.barred(of_jurisdiction text, of_person text) returns text[]
language sql stable parallel safe as $$
    with recursive barred (stream) as (
        select b.stream from read.bars as b
        join read.identities(of_jurisdiction, of_person) as i on i.person = b.person
        where b.jurisdiction = of_jurisdiction and b.until_position is null
        union
        select s.stream from read.sources as s
        join barred as b on b.stream = s.other
        where s.jurisdiction = of_jurisdiction and s.until_position is null
    )
    select array(select stream from barred)
$$;

-- Meetings that speak of what a person is barred from: that they take place may be known, not what is said.
create function read.hushed(of_jurisdiction text, barred text[]) returns text[]
language sql stable parallel safe as $$
    select array(
        select distinct t.stream from read.tabled as t
        where t.jurisdiction = of_jurisdiction and t.until_position is null and t.lead = any(barred)
    )
$$;

-- Meetings on leads that were held without a person: nobody who was there or had it released to their party, or
-- to one off the system whose acts that enters. That they took place may be known, not what was said.
create function read.unheard(of_jurisdiction text, of_person text, of_party text) returns text[]
language sql stable parallel safe as $$
    with admits (admitted) as (
        select person from read.identities(of_jurisdiction, of_person)
        union
        select of_party
        union
        select code from read.parties
        where jurisdiction = of_jurisdiction and until_position is null
            and entered_by = of_party and not on_system and not ended
    )
    select array(
        select a.stream from read.admitted as a
        where a.jurisdiction = of_jurisdiction and a.until_position is null
        group by a.stream
        having not bool_or(a.admitted in (select admitted from admits))
    )
$$;

-- One row: everything that decides what a person may read of these classes (none named: of all), at one
-- level, when acting for a party. No row: nothing. Its own plans are kept, whatever the connection does with
-- the lists (planning anew was two thirds of its time).
create function read.permission(
    of_jurisdiction text, of_person text, of_party text, of_level text, of_classes text[]
) returns table (
    keys text[], streams text[], scopes text[], granted text[], barred text[], hushed text[], unheard text[],
    today date
)
language sql stable parallel safe set plan_cache_mode = 'auto' as $$
    with mine as materialized (
        select array(
            select key
            from read.keys(of_jurisdiction, of_person, of_party, of_level, of_classes)
            order by 1
        ) as keys,
        read.barred(of_jurisdiction, of_person) as barred
    )
    select
        mine.keys,
        opened.streams,
        opened.scopes,
        read.granted(of_jurisdiction, of_person, of_level),
        mine.barred,
        case of_level when 'content' then read.hushed(of_jurisdiction, mine.barred) else '{}' end,
        case
            when of_level = 'content' and (cardinality(of_classes) = 0 or 'consultation' = any(of_classes))
                then read.unheard(of_jurisdiction, of_person, of_party)
            else '{}'
        end,
        read.today(of_jurisdiction)
    from mine cross join lateral read.opened(of_jurisdiction, mine.keys) as opened
    where read.admits(of_jurisdiction, of_person, of_party)
$$;
