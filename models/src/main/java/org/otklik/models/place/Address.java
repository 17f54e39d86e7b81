package org.otklik.models.place;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What a text says of street and house.
 *
 * @param street its name without its type, as written but with a capital, adjectives in the
 *     nominative («на Школьной» → «Школьная»); a road keeps its word («Алексинское шоссе», «трасса
 *     Оха — Южно-Сахалинск, 34 км»)
 * @param house the house's number as written, with its letter, building or block
 * @param landmark what stands near, as written: «у школы №5»
 * @param words the words that belong to streets: no settlement is to be read in them
 * @param evidence the words that told street and house, as written; empty when there are none
 */
record Address(
    @Nullable String street,
    @Nullable String house,
    @Nullable String landmark,
    BitSet words,
    String evidence) {}
