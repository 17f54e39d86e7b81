package org.otklik.jobs.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.otklik.models.text.PersonalDataMasker;

/**
 * What a free-form record states beside the known fields: scalars only, capped in number and
 * length, without anything that its name gives away as being about a person, and without links to
 * persons. The values of strings are masked, for nobody knows what they may hold, and so are
 * numbers that are long enough for a phone or an account.
 */
final class OtherFields {
  private static final int MAX_FIELDS = 50;
  private static final int MAX_NAME_CHARS = 100;
  private static final int MAX_VALUE_CHARS = 1000;
  private static final Pattern PERSONAL =
      Pattern.compile(
          "author|user|name|phone|contact|profile|mail|fio|sender|login|nick|passport|snils|secret|token|password"
              + "|(?<![a-z])(?:first|last|tel|(?:from|owner|peer|vk|ok|tg|member|client|person)_?id)(?![a-z])"
              + "|фио|имя|фамил|отчеств|автор|заявител|телефон|почт|паспорт|снилс|отправител");
  private static final Pattern CAMEL_CASE = Pattern.compile("(?<=[a-z\\d])(?=[A-Z])");
  private static final Pattern LONG_NUMBER = Pattern.compile("[+-]?\\d{9,}");
  private static final double FIRST_LONG_NUMBER = 1e8;
  private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
  private static final int DIGITS_OF_PHONE = 7;

  private OtherFields() {}

  /** The remaining scalar fields, in their order. */
  static Map<String, String> of(NativeObject object, Set<String> known) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Iterator<String> names = object.names(); names.hasNext() && fields.size() < MAX_FIELDS; ) {
      String name = names.next();
      JsonNode value = object.get(name);
      if (value == null || !value.isValueNode() || known.contains(name) || isPersonal(name)) {
        continue;
      }
      String text = WellFormed.text(value.asText()).strip();
      if (!text.isEmpty() && !PersonalLink.isIn(text) && !PersonalColumns.drops(name, text)) {
        fields.put(WellFormed.text(name), WellFormed.cut(masked(value, text), MAX_VALUE_CHARS));
      }
    }
    return fields;
  }

  private static String masked(JsonNode value, String text) {
    boolean longNumber =
        value.isNumber()
            ? Math.abs(value.doubleValue()) >= FIRST_LONG_NUMBER
            : LONG_NUMBER.matcher(text).matches();
    return longNumber ? "[номер]" : PersonalDataMasker.mask(text);
  }

  private static boolean isPersonal(String name) {
    if (name.isBlank() || name.length() > MAX_NAME_CHARS) {
      return true;
    }
    String words = CAMEL_CASE.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    return PERSONAL.matcher(words).find()
        || NO_DIGIT.matcher(name).replaceAll("").length() >= DIGITS_OF_PHONE
        || !PersonalDataMasker.mask(name).equals(name);
  }
}
