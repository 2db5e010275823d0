package org.doubtless.pool;

/** What is to be known about an image's bytes before they are sent. */
record ImageHead(ImageId id, String filename, StoredKind kind, String sha256, long length) {}
