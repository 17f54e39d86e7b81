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
 * length, without anything that its name gives away as being about a person. The values of strings
 * are masked, for nobody knows what they may hold.
 */
final class OtherFields {
  private static final int MAX_FIELDS = 50;
  private static final int MAX_NAME_CHARS = 100;
  private static final int MAX_VALUE_CHARS = 1000;
  private static final Pattern PERSONAL =
      Pattern.compile(
          "author|user|name|phone|mail|fio|sender|login|nick|passport|snils|secret|token|password"
              + "|фио|имя|фамил|отчеств|автор|заявител|телефон|почт|паспорт|снилс|отправител");

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
      if (!text.isEmpty()) {
        String masked = value.isTextual() ? PersonalDataMasker.mask(text) : text;
        fields.put(WellFormed.text(name), WellFormed.cut(masked, MAX_VALUE_CHARS));
      }
    }
    return fields;
  }

  private static boolean isPersonal(String name) {
    if (name.isBlank() || name.length() > MAX_NAME_CHARS) {
      return true;
    }
    return PERSONAL.matcher(name.toLowerCase(Locale.ROOT)).find();
  }
}
