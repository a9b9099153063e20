-- Parts of conditions over a row t: the leads of a campaign, the cases they led to, the annulled lead of a
-- finding, how many leads a party's findings became, the annulled case of a lead; each as it stood then.
-- {value} is the campaign.

select f.matter from read.campaign_findings as f
where f.jurisdiction = t.jurisdiction and f.stream = {value} and f.state = 'lead'
    and f.from_position <= coalesce(%(as_of)s::bigint, f.from_position)
    and (f.until_position is null or f.until_position > %(as_of)s::bigint)

select c.stream from read.cases as c
where c.jurisdiction = t.jurisdiction
    and c.from_position <= coalesce(%(as_of)s::bigint, c.from_position)
    and (c.until_position is null or c.until_position > %(as_of)s::bigint)
    and c.leads && array(
        select f.matter from read.campaign_findings as f
        where f.jurisdiction = t.jurisdiction and f.stream = {value} and f.state = 'lead'
            and f.from_position <= coalesce(%(as_of)s::bigint, f.from_position)
            and (f.until_position is null or f.until_position > %(as_of)s::bigint)
    )

select from read.leads as l
where l.jurisdiction = t.jurisdiction and l.stream = t.matter and l.stage = 'annulled'
    and l.from_position <= coalesce(%(as_of)s::bigint, l.from_position)
    and (l.until_position is null or l.until_position > %(as_of)s::bigint)

select count(distinct f.matter)::int from read.campaign_findings as f
where t.part = 'screener' and f.jurisdiction = t.jurisdiction and f.stream = t.stream
    and f.party = t.party and f.state = 'lead'
    and f.from_position <= coalesce(%(as_of)s::bigint, f.from_position)
    and (f.until_position is null or f.until_position > %(as_of)s::bigint)
    and not exists (
        select from read.leads as l
        where l.jurisdiction = f.jurisdiction and l.stream = f.matter and l.stage = 'annulled'
            and l.from_position <= coalesce(%(as_of)s::bigint, l.from_position)
            and (l.until_position is null or l.until_position > %(as_of)s::bigint)
    )

select from read.cases as c
where c.jurisdiction = t.jurisdiction and c.stream = t.case_stream and c.stage = 'annulled'
    and c.from_position <= coalesce(%(as_of)s::bigint, c.from_position)
    and (c.until_position is null or c.until_position > %(as_of)s::bigint)
