-- How many images measure, and how many of them are labelled, without a look at the rest of the pool.
create index image_control on image (project_id, state) where arm = 'control';

-- How much the files of a pool take is read off the index that counts and pages them.
drop index image_page;
create index image_page on image (project_id, id) include (byte_count);
