-- Who may read what: the one place. Content as of then, permission as of now.
--
-- read.content(jurisdiction, person, party) and read.status(jurisdiction, person, party) give the
-- (stream, scope) pairs whose rows the person may read, acting for the party. Every query joins one of them;
-- both are single statements, so that PostgreSQL plans them together with the query around them.

set local check_function_bodies = off;

-- The jurisdiction's clock: simulated, or the wall clock.
create or replace function read.now(of_jurisdiction text) returns timestamptz
language sql stable parallel safe as $$
    select case clock when 'simulated' then simulated_now else now() end
    from read.jurisdictions where jurisdiction = of_jurisdiction and until_position is null
$$;

create or replace function read.today(of_jurisdiction text) returns date
language sql stable parallel safe as $$
    select (read.now(of_jurisdiction) at time zone 'Asia/Shanghai')::date
$$;

-- A person and everybody known to be the same natural person.
create or replace function read.identities(of_jurisdiction text, of_person text) returns text[]
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
    select array_agg(person) from same
$$;

-- The parties a person reads for when acting for one: that party, and those off the system it enters acts
-- for. None unless the person holds office in it today (or founded the jurisdiction), or if the jurisdiction
-- stands still.
create or replace function read.parties_of(of_jurisdiction text, of_person text, of_party text)
returns text[]
language sql stable parallel safe as $$
    select array_agg(p.code)
    from (
        select of_party as code
        union
        select code from read.parties
        where jurisdiction = of_jurisdiction and until_position is null
            and entered_by = of_party and not on_system and not ended
    ) as p
    where not exists (select from projections.stopped as s where s.jurisdiction = of_jurisdiction)
        and (
            exists (
                select from read.appointments as a
                where a.jurisdiction = of_jurisdiction and a.until_position is null
                    and a.stream = of_person and a.party = of_party
                    and read.today(of_jurisdiction) between a.begins and coalesce(a.ends, 'infinity')
            )
            or exists (
                select from read.jurisdictions as j
                where j.jurisdiction = of_jurisdiction and j.until_position is null
                    and j.founder = of_person and j.founding_party = of_party
            )
        )
$$;

-- The classes that a person's roles in a party open, under the scheme in force; before there is one, the
-- founder reads what concerns the organisation.
create or replace function read.classes(
    of_jurisdiction text, of_person text, of_party text, of_level text
) returns text[]
language sql stable parallel safe as $$
    select coalesce(array_agg(c.visibility), array['organisation'])
    from read.class_roles as c
    where c.jurisdiction = of_jurisdiction and c.until_position is null
        and c.version = (
            select max(version) from read.class_roles
            where jurisdiction = of_jurisdiction and until_position is null
        )
        and (c.level = of_level or c.level = 'content')
        and c.role in (
            select a.role from read.appointments as a
            where a.jurisdiction = of_jurisdiction and a.until_position is null
                and a.stream = of_person and a.party = of_party
                and read.today(of_jurisdiction) between a.begins and coalesce(a.ends, 'infinity')
        )
$$;

-- What stands in a circle of one of the reader's parties, in a class that the reader's roles open; the
-- directory (parties, persons, offices, schemes), open to whoever reads at all; and what was granted by name:
-- the matter itself, never reporter or duplicates. Bars narrow all of it.
create or replace function read.readable(
    of_jurisdiction text, of_person text, of_party text, of_level text
) returns table (stream text, scope text)
language sql stable parallel safe as $$
    select a.stream, a.scope
    from read.access as a
    where a.jurisdiction = of_jurisdiction and a.until_position is null
        and (a.level = of_level or a.level = 'content')
        and (a.expires is null or a.expires >= (select read.today(of_jurisdiction)))
        and a.party = any ((select read.parties_of(of_jurisdiction, of_person, of_party))::text[])
        and a.visibility = any (
            (select read.classes(of_jurisdiction, of_person, of_party, of_level))::text[]
        )
        and a.stream not in (
            select b.stream from read.bars as b
            where b.jurisdiction = of_jurisdiction and b.until_position is null
                and b.person = any ((select read.identities(of_jurisdiction, of_person))::text[])
        )
    union all
    select d.stream, 'directory'
    from (
        select jurisdiction, stream, until_position from read.parties
        union all
        select jurisdiction, stream, until_position from read.persons
        union all
        select jurisdiction, stream, until_position from read.schemes
        union all
        select jurisdiction, stream, until_position from read.jurisdictions
    ) as d
    where d.jurisdiction = of_jurisdiction and d.until_position is null
        and (select read.parties_of(of_jurisdiction, of_person, of_party)) is not null
    union all
    select a.stream, a.scope
    from read.grants as g
    join read.access as a
        on a.jurisdiction = g.jurisdiction and a.stream = g.matter and a.until_position is null
        and a.scope = split_part(g.matter, '/', 1)
    where g.jurisdiction = of_jurisdiction and g.until_position is null
        and g.stream = any ((select read.identities(of_jurisdiction, of_person))::text[])
        and g.expires >= read.today(of_jurisdiction)
        and (g.level = of_level or g.level = 'content')
        and (select read.parties_of(of_jurisdiction, of_person, of_party)) is not null
        and a.stream not in (
            select b.stream from read.bars as b
            where b.jurisdiction = of_jurisdiction and b.until_position is null
                and b.person = any ((select read.identities(of_jurisdiction, of_person))::text[])
        )
$$;
