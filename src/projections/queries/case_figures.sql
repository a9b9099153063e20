-- What was filed and decided in a period, as far as one may read it and as it was true then. A natural person
-- counts once, under however many pseudonyms and in however many cases.
with recursive filed as (
    select count(*) as cases
    from read.cases as t
    where t.jurisdiction = %(jurisdiction)s and {permission} and {true_then}
        and t.filed between %(begins)s and %(ends)s and t.stage <> 'annulled'
        and (%(source)s::text is null or %(source)s = any(t.sources))
),
decided as (
    select t.person, t.four_forms, t.counted, t.decided
    from read.case_persons as t
    where t.jurisdiction = %(jurisdiction)s and {permission} and {true_then}
        and t.decided between %(begins)s and %(ends)s
        and (t.counted or t.result <> 'sanctioned')
        and (%(source)s::text is null or %(source)s = any(t.sources))
),
same (root, person) as (
    select d.person, d.person from decided as d where d.counted
    union
    select s.root, case t.stream when s.person then t.other else t.stream end
    from same as s
    join read.links as t
        on t.jurisdiction = %(jurisdiction)s and {true_then}
        and (t.stream = s.person or t.other = s.person)
),
natural_persons as (
    select distinct min(person) as person from same group by root
),
forms as (
    select
        extract(year from decided)::int || '-Q' || extract(quarter from decided)::int as quarter,
        four_forms,
        count(*) as persons
    from decided
    group by 1, 2
    order by 1, 2
)
select
    (select cases from filed) as cases_filed,
    (select count(*) from decided) as persons_decided,
    (select count(*) from natural_persons) as persons_sanctioned,
    (select coalesce(jsonb_agg(to_jsonb(f)), '[]') from forms as f) as four_forms
