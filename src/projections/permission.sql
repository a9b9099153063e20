-- Who may read what, as of now: what permission.py needs to know of a reader, in one row.

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
create or replace function read.identities(of_jurisdiction text, of_person text)
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

-- The roles that a person holds in a party today.
create or replace function read.roles_of(of_jurisdiction text, of_person text, of_party text)
returns table (role text)
language sql stable parallel safe as $$
    select a.role from read.appointments as a
    where a.jurisdiction = of_jurisdiction and a.until_position is null
        and a.stream = of_person and a.party = of_party
        and read.today(of_jurisdiction) between a.begins and coalesce(a.ends, 'infinity')
$$;

-- Whether a person reads for a party at all: holds office in it today or founded the jurisdiction, and the
-- jurisdiction does not stand still.
create or replace function read.admits(of_jurisdiction text, of_person text, of_party text)
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
create or replace function read.classes(of_jurisdiction text, of_person text, of_party text)
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
-- system whose acts it enters. Who may read the content of a class may know its status; who may know the
-- status only is content with that, also where the party is concerned with the content.
create or replace function read.keys(
    of_jurisdiction text, of_person text, of_party text, of_level text
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
    where of_level = 'status' or (c.level = 'content' and l.level = 'content')
$$;

-- One row: everything that decides what a person may read when acting for a party. No row: nothing.
create or replace function read.permission(of_jurisdiction text, of_person text, of_party text)
returns table (
    content_keys text[], status_keys text[], barred text[],
    granted_content text[], granted_status text[], today date
)
language sql stable parallel safe as $$
    select
        array(select key from read.keys(of_jurisdiction, of_person, of_party, 'content') order by 1),
        array(select key from read.keys(of_jurisdiction, of_person, of_party, 'status') order by 1),
        array(
            select b.stream from read.bars as b
            join read.identities(of_jurisdiction, of_person) as i on i.person = b.person
            where b.jurisdiction = of_jurisdiction and b.until_position is null
        ),
        array(
            select g.matter from read.grants as g
            join read.identities(of_jurisdiction, of_person) as i on i.person = g.stream
            where g.jurisdiction = of_jurisdiction and g.until_position is null
                and g.level = 'content' and g.expires >= read.today(of_jurisdiction)
        ),
        array(
            select g.matter from read.grants as g
            join read.identities(of_jurisdiction, of_person) as i on i.person = g.stream
            where g.jurisdiction = of_jurisdiction and g.until_position is null
                and g.expires >= read.today(of_jurisdiction)
        ),
        read.today(of_jurisdiction)
    where read.admits(of_jurisdiction, of_person, of_party)
$$;

drop function if exists read.readable(text, text, text, text);
drop function if exists read.parties_of(text, text, text);
