package org.otklik.jobs.heat;

import org.jspecify.annotations.Nullable;

/**
 * What is told of a heat cell.
 *
 * @param cell what it holds
 * @param usual messages of the same weekday, and hour, on the mean of the past four weeks, or of as
 *     many whole weeks as the region's messages have been counted; null before one
 * @param version grows with every change of the cell and of those that {@code usual} is made of
 */
public record CellReading(HeatCell cell, @Nullable Double usual, long version) {}
