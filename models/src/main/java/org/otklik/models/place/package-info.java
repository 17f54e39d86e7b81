/**
 * From a text to municipality, settlement, street, house and a point, one small step per class:
 *
 * <pre>
 * gazetteer/*.tsv → {@link org.otklik.models.place.GazetteerRows} → {@link org.otklik.models.place.Gazetteer}
 *                 → RegionNames (NameForms, Inflection: all case forms) → NameIndex, TypoIndex
 * text → FoldedText → AddressParser (streets, houses) → MentionFinder (names and the signs around them)
 *      → Votes (MentionStrength, namesakes, home) → {@link org.otklik.models.place.PlaceResolver} → {@link
 *      org.otklik.models.place.Place}
 * </pre>
 */
@NullMarked
package org.otklik.models.place;

import org.jspecify.annotations.NullMarked;
