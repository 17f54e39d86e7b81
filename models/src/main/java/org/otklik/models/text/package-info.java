/**
 * From what people typed to words that can be compared, one small step per class:
 *
 * <pre>
 * raw text → {@link org.otklik.models.text.MarkupRemover} (HTML, VK markup) → plain text
 *          → {@link org.otklik.models.text.PersonalDataMasker} (phones, e-mails, cards, …) → masked text
 *          → {@link org.otklik.models.text.Lemmatizer} → {@link org.otklik.models.text.Token}s with dictionary forms
 * </pre>
 */
@NullMarked
package org.otklik.models.text;

import org.jspecify.annotations.NullMarked;
