-- What a finding is, whoever looks at it, and what made it; `severity` is how grave the house holds it to be. What was found
-- before had the severity of its nature.
alter table finding add column nature text, add column made_by text;
update finding
set nature = case severity when 'error' then 'held' when 'warning' then 'doubt' else 'remark' end,
    made_by = case
      when rule like 'revision.%' then 'revision'
      when rule = 'register.report' then 'register'
      when rule in ('cell.contradicted', 'figures.contradicted', 'rows.shifted', 'sum.sectors', 'whole.part', 'whole.parts',
                    'share.differs', 'ratio.differs', 'percent.differs', 'change.differs', 'plan.differs', 'flow.differs',
                    'history.differs', 'report.late', 'report.repeated', 'indicator.missing') then 'rules'
      else 'reading'
    end;
alter table finding
  alter column nature set not null,
  add check (nature in ('held', 'doubt', 'remark')),
  alter column made_by set not null,
  add check (made_by in ('reading', 'rules', 'revision', 'register'));

-- The version of the rules by which a report was judged last; null: before that was written down.
alter table submission add column rules text;

-- The place of a figure among those of its report, for a slip may come from the line above; null: no figure of a report.
alter table observation add column line int;
update observation
set line = ordered.line
from (
  select province, observation, row_number() over (
    partition by submission, form, known_from, known_until
    order by locator ->> 'sheet', (locator ->> 'row')::int, substring(locator ->> 'pointer' from '(\d+)/[^/]*$')::int,
             measure, observation) - 1 as line
  from observation
  where form not like '=%'
) as ordered
where (observation.province, observation.observation) = (ordered.province, ordered.observation);
