package org.otklik.models.topic;

import java.util.List;
import org.otklik.models.text.Token;

/**
 * What the models say of the words of one message.
 *
 * @param language tag of {@link org.otklik.models.text.LanguageGuess}
 * @param tokens the words that were read
 * @param themes all themes, best first
 * @param raised the themes of the problems in the message, the main one first, three at most
 * @param category the category within the best theme
 * @param type the type of the message
 * @param urgency why it can't wait
 * @param words the words that decided for the best theme and against the second
 */
public record Understanding(
    String language,
    List<Token> tokens,
    List<ThemeScore> themes,
    List<String> raised,
    CategoryScore category,
    TypeScore type,
    Urgency urgency,
    List<WordWeight> words) {}
