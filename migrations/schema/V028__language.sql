-- In which language a person reads the pages; null as long as nobody chose, and then the browser's holds.
alter table account add column language text check (language in ('en', 'zh'));
