/**
 * The periodic export for BI systems: a star schema as Parquet and CSV with a manifest.
 *
 * <pre>
 * ExportBiJob.define   IndexRecord ──► MessageRows, HeatDailyRows, ClaimRows, AlertRows ──► TableRow
 *                      configuration ► Dimensions ──────────────────────────────────────► TableRow
 *                      TableRow ──► WriteTables ──► ExportReceipt ──► PublishExport ──► a folder that is whole or not there
 * ExportCheck          that folder ──► what is missing, too much or changed in it
 * </pre>
 *
 * What a table is ({@link org.otklik.jobs.export.Table}) stands in one place, next to what fills
 * it: its columns, their types, their meaning and the keys.
 */
@NullMarked
package org.otklik.jobs.export;

import org.jspecify.annotations.NullMarked;
