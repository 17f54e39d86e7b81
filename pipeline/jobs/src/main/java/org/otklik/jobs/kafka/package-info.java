/** All use of Kafka's clients: topics, sources, sinks, and the producer of the collectors. */
@NullMarked
package org.otklik.jobs.kafka;

import org.jspecify.annotations.NullMarked;
