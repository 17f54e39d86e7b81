package org.otklik.jobs.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row on its way into the files.
 *
 * @param table the table's name
 * @param date the day whose file it belongs to; null where the table is not split by date
 * @param cells its values as text, see {@link ColumnType}, in the order of the columns; null where
 *     there is none. No cells at all: only the file is to be opened
 */
public record TableRow(String table, @Nullable String date, List<@Nullable String> cells) {}
