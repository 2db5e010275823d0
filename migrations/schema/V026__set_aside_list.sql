-- The images that no model reads are few; a lead lists them without a look at all features of a pool.
create index image_feature_set_aside on image_feature (feature_set_id) where set_aside is not null;
