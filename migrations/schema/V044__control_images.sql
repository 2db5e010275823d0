-- How many images measure, and how many of them are labelled, without a look at the rest of the pool.
create index image_control on image (project_id, state) where arm = 'control';
