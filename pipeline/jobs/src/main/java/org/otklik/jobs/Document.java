package org.otklik.jobs;

/**
 * A document on its way into an index. Writing it again changes nothing, and an older version never
 * replaces a newer one.
 *
 * @param index the index's name without the installation's prefix, for example {@code posts}
 * @param id deterministic id
 * @param version external version: of two documents with one id the higher one stays
 * @param body the document as JSON in UTF-8
 */
public record Document(String index, String id, long version, byte[] body) {}
