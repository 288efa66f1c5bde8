-- Each load asks which reports stood for its province, period and form.
create index on standing (province, period, form);
