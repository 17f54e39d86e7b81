package org.otklik.jobs.export;

import org.jspecify.annotations.Nullable;

/**
 * A day's cell of the heat map, from the index {@code heat-daily}.
 *
 * @param municipality key of the dimension
 * @param theme key of the dimension
 * @param date the day
 * @param perThousand messages per 1,000 inhabitants; null where their number is not known
 */
public record DayCell(
    String municipality,
    String theme,
    String date,
    int messages,
    int problems,
    int urgent,
    int review,
    int communities,
    @Nullable Double perThousand) {}
