package org.otklik.jobs.channel;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which columns of an export are about private persons or name officials by name: those are dropped
 * before anything else sees them.
 */
final class PersonalColumns {
  private static final List<String> ALWAYS =
      List.of(
          "фио",
          "фамилия",
          "имя",
          "отчество",
          "автор",
          "ссылка на автора",
          "профиль",
          "телефон",
          "номер телефона",
          "контакт",
          "email",
          "e-mail",
          "почта",
          "эл. почта",
          "электронная почта",
          "адрес электронной почты",
          "снилс",
          "паспорт",
          "квартира",
          "дата рождения");

  /** Columns that name whoever acts: a body stays, a person goes. */
  private static final List<String> ROLES =
      List.of("исполнитель", "координатор", "руководитель", "оператор", "куратор", "ответственн");

  private static final Pattern BODY =
      Pattern.compile(
          "(?iuU)(?<!\\p{L})(?:администрац|минист|правительств|оператор\\p{L}* \\p{Lu}{2}|департамент|управлен"
              + "|комитет|отдел|служб|инспекц|агентств|учрежден|предприят|центр|округ|район"
              + "|больниц|поликлиник|школ[аые]?(?!\\p{L})|фонд|дирекц|компани|организаци"
              + "|(?:мку|мбу|мау|муп|гку|гбу|гау|гуп|гбуз|огку|огбу|огау|ооо|оао|пао|зао|ао|ано|ук"
              + "|тсж|жкх|цур|дума)(?!\\p{L}))");
  private static final Pattern PATRONYMIC =
      Pattern.compile("(?iuU)\\p{L}{2,}(?:вич|ьич|мич|вна|ична|оглы|кызы)(?!\\p{L})");
  private static final Pattern INITIALS = Pattern.compile("\\p{Lu}\\.\\s?\\p{Lu}\\.");

  private PersonalColumns() {}

  /** Whether a value must not be kept, by its column's name and, for actors, by its own words. */
  static boolean drops(String header, String value) {
    String key = ColumnName.key(header);
    if (key.equals("заявитель") || ALWAYS.stream().anyMatch(word -> startsWith(key, word))) {
      return true;
    }
    return ROLES.stream().anyMatch(key::startsWith) && !namesBody(value);
  }

  private static boolean startsWith(String key, String words) {
    return key.startsWith(words)
        && (key.length() == words.length() || !Character.isLetter(key.charAt(words.length())));
  }

  /** Whether it reads like an organisation; whatever might be a person's name does not. */
  private static boolean namesBody(String value) {
    return BODY.matcher(value).find()
        && !PATRONYMIC.matcher(value).find()
        && !INITIALS.matcher(value).find();
  }
}
