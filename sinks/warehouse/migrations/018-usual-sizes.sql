-- What the provinces of an edition have of a figure as a rule, as it is or for each one of `per`: the middle and the spread of
-- log10 in base units. It says how likely a size is; no figure is made from it. No key to the edition: it goes with manifests.
create table usual_size (
  period text not null,
  map text not null,
  published_at timestamptz not null,
  code text not null,
  sector text not null,
  per text,
  provinces int not null,
  middle numeric not null,
  spread numeric not null
);
create index on usual_size (map, period, published_at);

create function usual_sizes(of bigint, on_map text, content jsonb) returns setof usual_size language sql stable as $$
  with indicator as (
    select code, (unit->>'factor')::numeric as factor, unit->>'dimension' as dimension, split_part(code, '.', 1) as kind
    from jsonb_to_recordset(content->'indicators') as indicator(code text, unit jsonb)
  ),
  size as (
    select area, code, kind, dimension, sector,
      case when (actual->>0)::numeric > 0 then log((actual->>0)::numeric / (actual->>1)::numeric * factor) end as size
    from jsonb_to_recordset(content->'rows') as figure(area text, code text, sector text, actual jsonb)
    join indicator using (code)
    where area ~ '^\d\d$'
  ),
  compared as (
    select code, sector, null as per, size from size where dimension like 'money%'
    union all
    select one.code, sector, many.code, one.size - many.size
    from size as one join size as many using (area, kind, sector)
    where one.dimension = 'money' and many.code in (kind || '.count', kind || '.members', kind || '.labour')
       or one.code in (kind || '.members', kind || '.labour') and many.code = kind || '.count'
  )
  select period, on_map, published_at, code, sector, per, count(size)::int,
    round(percentile_cont(0.5) within group (order by size)::numeric, 3),
    -- Of a normal distribution the middle half is so wide; a province in another unit does not reach it.
    round((percentile_cont(0.75) within group (order by size) - percentile_cont(0.25) within group (order by size))::numeric / 1.349, 3)
  from compared, edition
  where edition = of
  group by period, published_at, code, sector, per
  having count(size) >= 5
$$;

create function keep_usual_sizes() returns trigger language plpgsql as $$
begin
  insert into usual_size select * from usual_sizes(new.edition, new.map, new.content);
  return new;
end $$;
create trigger keep_usual_sizes after insert on edition_table for each row execute function keep_usual_sizes();

insert into usual_size
select kept.* from edition_table, usual_sizes(edition, map, content) as kept;
