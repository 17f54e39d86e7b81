/**
 * Documents on their way into Elasticsearch, and the templates of the indices they go to. Nothing
 * outside this package knows the Elasticsearch client.
 *
 * <pre>
 * Document ──► ElasticsearchSink, one DocumentWriter per subtask
 *                │ buffer, bounded: when it is full the stream waits
 *                ▼
 *              BulkClient ── POST /_bulk, external versions ──► Elasticsearch
 *                │                                                 │
 *                │ ◄── one WriteOutcome per document ──────────────┘
 *                │       INDEXED, SUPERSEDED (409) ──► done, counted
 *                │       RETRY (429, 5xx, no answer) ─► head of the buffer, sent again after a BackOff
 *                │       REJECTED (other 4xx) ────────► RejectedDocuments
 *                └─ ElasticsearchFailure (401, 403, 404) ──► the job fails and says what to do
 *
 * a checkpoint holds:  buffer + in flight, after RejectedDocuments.flush()
 *
 * config/elasticsearch/*.json ──► IndexTemplates ──► index templates, missing indices, new fields of existing ones
 * Indices ─────────────────► searches and counts, for the command line and the tests
 * </pre>
 */
@NullMarked
package org.otklik.jobs.index;

import org.jspecify.annotations.NullMarked;
