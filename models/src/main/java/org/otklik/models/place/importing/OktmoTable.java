package org.otklik.models.place.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of ОКТМО, the state's list of municipalities and settlements, with the columns {@code
 * code}, {@code name} and, for municipalities, {@code centre}.
 *
 * <pre>
 * 38 602 000          Беловский муниципальный район, its centre с Белая
 * 38 602 404          a rural settlement council: passed over
 * 38 602 404 101      с Белая
 * 38 600 000          a heading: passed over
 * </pre>
 */
final class OktmoTable {
  /** Digits of a municipality's code that the codes of its settlements begin with. */
  private static final int PREFIX = 5;

  /**
   * What a table tells.
   *
   * @param municipalities the municipalities
   * @param places their settlements
   */
  record Contents(List<FoundMunicipality> municipalities, List<FoundPlace> places) {}

  private OktmoTable() {}

  /**
   * Reads a table.
   *
   * @param file CSV or tab-separated, with a header
   * @param prefix digits that the codes of the region begin with; empty for all rows
   * @throws IllegalArgumentException when it is wrong; file, line and column are told
   */
  static Contents read(Path file, String prefix) {
    SourceTable table = SourceTable.read(file);
    table.require("code");
    table.require("name");
    Map<String, String> byCode = new HashMap<>();
    List<FoundMunicipality> municipalities = new ArrayList<>();
    List<FoundPlace> places = new ArrayList<>();
    for (SourceTable.Row row : table.rows()) {
      String code = code(row);
      if (!code.startsWith(prefix)) {
        continue;
      }
      String name = row.required("name");
      if (isMunicipality(code)) {
        String shortName = MunicipalityName.shortOf(name);
        byCode.put(code.substring(0, PREFIX), shortName);
        municipalities.add(
            new FoundMunicipality(
                shortName,
                name,
                SettlementType.split(row.text("centre")).name(),
                -1,
                null,
                "oktmo " + code));
      } else if (code.length() == 11) {
        String municipality = byCode.get(code.substring(0, PREFIX));
        if (municipality == null) {
          throw row.wrong(
              "code",
              "«" + code + "» comes before its municipality " + code.substring(0, PREFIX) + "000");
        }
        SettlementType.Named named = SettlementType.split(name);
        places.add(
            new FoundPlace(
                named.name(), named.type(), -1, null, municipality, List.of(), "oktmo " + code));
      }
    }
    return new Contents(municipalities, places);
  }

  /** A code of eight digits (a territory) or eleven (a settlement). */
  private static String code(SourceTable.Row row) {
    String code = row.required("code").replaceAll("[\\s\u00A0]", "");
    if (!code.matches("\\d{8}|\\d{11}")) {
      throw row.wrong("code", "«" + code + "» is not 8 or 11 digits");
    }
    return code.length() == 11 && code.endsWith("000") ? code.substring(0, 8) : code;
  }

  /** True for «38 602 000», false for the headings «38 600 000» and «38 000 000». */
  private static boolean isMunicipality(String code) {
    return code.length() == 8 && code.endsWith("000") && !code.startsWith("00", 3);
  }
}
