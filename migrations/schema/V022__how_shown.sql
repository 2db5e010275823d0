-- How an answered image was shown: by itself on the desk, in a grid of images that a model takes for one class, or among
-- others of the pool. An answer given in a grid was led by a model, and whoever analyses answers may want to know.
alter table annotation
  add column shown text not null default 'alone' check (shown in ('alone', 'grid', 'pool'));
