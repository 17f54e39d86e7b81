/**
 * The embedded stack: a real Kafka broker and a real Flink cluster in this process, and a real
 * Elasticsearch server as its child, all on the loopback address and with their data under one
 * folder.
 *
 * <p>{@link org.otklik.local.stack.LocalStack} owns the three parts; each can also be started
 * alone. A part that can't start says in a {@link org.otklik.local.stack.StackException} what to do
 * about it.
 */
@NullMarked
package org.otklik.local.stack;

import org.jspecify.annotations.NullMarked;
