/**
 * Rows of a region's gazetteer from public data, so that operators can add any region:
 *
 * <pre>
 * municipality tables, settlement tables ──► {@link org.otklik.models.place.importing.PlaceTables}
 * ОКТМО table ─────────────────────────────► {@link org.otklik.models.place.importing.OktmoTable}
 * OpenStreetMap extract ───────────────────► {@link org.otklik.models.place.importing.OsmPlaces}
 * GeoNames dump ───────────────────────────► {@link org.otklik.models.place.importing.GeoNamesDump}
 *      │ found places, in this order of trust
 *      ▼
 * {@link org.otklik.models.place.importing.RegionImport}: municipality of each place (stated, by boundary, nearest), sources joined
 *      ▼
 * {@link org.otklik.models.place.importing.GazetteerFiles}: config/gazetteer/*.tsv
 * </pre>
 */
@NullMarked
package org.otklik.models.place.importing;

import org.jspecify.annotations.NullMarked;
