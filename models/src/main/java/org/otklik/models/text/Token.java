package org.otklik.models.text;

/**
 * A word of a text.
 *
 * @param surface the word as it stands, lower case, ё written as е
 * @param lemma its dictionary form, or the surface where the dictionary does not know it
 * @param start index of its first character in the text
 * @param end index after its last character in the text
 */
public record Token(String surface, String lemma, int start, int end) {}
