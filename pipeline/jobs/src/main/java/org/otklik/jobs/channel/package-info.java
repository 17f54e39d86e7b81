/**
 * The channels: VK, Telegram (bot updates and Desktop exports), ПОС, «Инцидент Менеджмент» and
 * plain JSON.
 *
 * <p>Three steps, each usable alone: {@link org.otklik.jobs.channel.RecordFile} splits a file into
 * native records, {@link org.otklik.jobs.channel.DateShift} moves the dates of the demo's sample,
 * and the {@link org.otklik.jobs.channel.ChannelReader} of a {@link
 * org.otklik.jobs.channel.Channel} turns one native record into posts, or says why it can't.
 */
@NullMarked
package org.otklik.jobs.channel;

import org.jspecify.annotations.NullMarked;
