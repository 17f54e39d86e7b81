package org.otklik.jobs.channel;

import java.util.Set;
import java.util.regex.Pattern;
import org.otklik.models.text.PersonalDataMasker;

/**
 * Which columns of an export are about private persons or name officials by name: those are dropped
 * before anything else sees them.
 */
final class PersonalColumns {
  /** Columns that have a personal word in their name but hold nothing personal. */
  private static final Set<String> HARMLESS =
      Set.of(
          "заявительвыбралподачупо59фз",
          "оценкаответазаявителем",
          "направленопоemailвфоивнеподключенныйкпос");

  private static final Pattern NOT_IN_WORD = Pattern.compile("(?U)[^\\p{L}\\d]+");

  /** Anywhere in a name of which only letters and digits are left. */
  private static final Pattern STEM =
      Pattern.compile(
          "фио|заявител|контакт|телефон|паспорт|почт(?!ов\\p{L}{0,3}отделен)|email|профил(?!акт)"
              + "|логин|никавтора|пользовател|отправител|гражданин|сотрудник|модератор|подписант"
              + "|согласовал|снилс|фамили|отчеств|датарождения");

  private static final Pattern WORD =
      Pattern.compile(
          "(?U)(?<!\\p{L})(?:ник(?:нейм)?|имя|тел|кв|квартир\\p{L}*|автор(?:а|у|ом|ы|ов)?)(?!\\p{L})");

  /** Columns that name whoever acts: a body stays, a person goes. */
  private static final Pattern ROLE =
      Pattern.compile(
          "(?U)(?<!\\p{L})(?:исполнител|координатор|руководител|оператор|куратор|ответственн"
              + "|специалист|начальник)");

  /** Columns of bodies, where a person may yet stand. */
  private static final Pattern UNIT = Pattern.compile("(?U)(?<!\\p{L})отдел\\p{L}{0,2}(?!\\p{L})");

  private static final Pattern BODY =
      Pattern.compile(
          "(?iuU)(?<!\\p{L})(?:администрац|министерств|правительств|оператор\\p{L}* \\p{Lu}{2}"
              + "|департамент|управлени|инспекци|агентств|учрежден|предприят|дирекци|компани|организаци"
              + "|(?:комитет[ау]?|отдел(?:а|у|ом|ени\\p{L}+)?|служб[аыеу]?|центр(?:а|у|альн\\p{L}+)?"
              + "|округ[ау]?|район(?:а|у|н\\p{L}{2,3})?|больниц[аыеу]|поликлиник[аиеу]|школ[аые]?"
              + "|фонд[ау]?"
              + "|мку|мбу|мау|муп|гку|гбу|гау|гуп|гбуз|огку|огбу|огау|ооо|оао|пао|зао|ао|ано|ук"
              + "|тсж|жкх|цур|дума)(?!\\p{L}))");
  private static final Pattern PATRONYMIC =
      Pattern.compile("(?iuU)\\p{L}{2,}(?:вич|ьич|мич|вна|ична|оглы|кызы)(?!\\p{L})");
  private static final Pattern INITIALS = Pattern.compile("\\p{Lu}\\.\\s?\\p{Lu}\\.");

  private PersonalColumns() {}

  /** Whether a value must not be kept, by its column's name and, for actors, by its own words. */
  static boolean drops(String header, String value) {
    String key = ColumnName.key(header);
    String letters = NOT_IN_WORD.matcher(key).replaceAll("");
    if (HARMLESS.contains(letters)) {
      return false;
    }
    if (STEM.matcher(letters).find() || WORD.matcher(key).find()) {
      return true;
    }
    if (ROLE.matcher(key).find()) {
      return !BODY.matcher(value).find() || namesPerson(value);
    }
    return UNIT.matcher(key).find() && namesPerson(value);
  }

  private static boolean namesPerson(String value) {
    String tidy = ColumnName.tidy(value);
    return PATRONYMIC.matcher(tidy).find()
        || INITIALS.matcher(tidy).find()
        || !PersonalDataMasker.mask(tidy).equals(tidy);
  }
}
