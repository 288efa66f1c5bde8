-- Reports that were held against the register of the same period, and from what; other makings are held against it anew.
create table register_compared (
  province text not null,
  period text not null,
  made_from text not null,
  primary key (province, period)
);
