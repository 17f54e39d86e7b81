package org.otklik.models.place;

import java.util.List;

/** A region of a few places, for tests: small enough to know by heart. */
final class SmallGazetteer {
  static final List<String> MUNICIPALITIES =
      List.of(
          "# a comment",
          "region\tmunicipality\tofficial_name\tseat\tlat\tlon\tpopulation\tsource",
          "coast\tПриморск\tгородской округ «Город Приморск»\tПриморск\t47.0\t142.7\t\ttest",
          "coast\tКорсаковский\tКорсаковский муниципальный округ\tКорсаков\t46.5\t143.3\t\ttest",
          "coast\tЛесной\tЛесной район\tЛесное\t48.0\t142.5\t\ttest",
          "coast\tХолмский\tХолмский муниципальный округ\tХолмск\t47.2\t142.0\t\ttest",
          "other\tДальний\tДальний район\tДаль\t10\t10\t\ttest");

  static final List<String> SETTLEMENTS =
      List.of(
          "region\tmunicipality\tname\ttype\tpopulation\tlat\tlon\tprecision\tsource",
          "coast\tПриморск\tПриморск\tгород\t180000\t46.95\t142.73\tpoint\ttest",
          "coast\tКорсаковский\tКорсаков\tгород\t33000\t46.63\t142.78\tpoint\ttest",
          "coast\tКорсаковский\tРаздольное\tсело\t\t46.5\t143.3\tmunicipality\ttest",
          "coast\tЛесной\tЛесное\tсело\t4000\t48.1\t142.6\tpoint\ttest",
          "coast\tЛесной\tРаздольное\tсело\t\t48.0\t142.5\tmunicipality\ttest",
          "coast\tЛесной\tПравда\tсело\t1700\t48.2\t142.4\tpoint\ttest",
          "coast\tХолмский\tХолмск\tгород\t30000\t47.05\t142.05\tpoint\ttest",
          "coast\tХолмский\tЯсная Поляна\tсело\t900\t47.1\t142.1\tpoint\ttest",
          "coast\tХолмский\tТомари\tпосёлок\t\t47.3\t142.2\tpoint\ttest");

  static final List<String> ALIASES =
      List.of(
          "region\tmunicipality\tsettlement\talias\tkind\tneeds_context\tsource",
          "coast\tПриморск\tПриморск\tЮжный\tcolloquial\ttrue\ttest",
          "coast\tХолмский\t\tМонерон\tcolloquial\tfalse\ttest",
          "coast\t\t\tПобережье\tregion\tfalse\ttest");

  static final List<String> CITIES =
      List.of(
          "name\tregion\tpopulation\tlat\tlon\tsource",
          "Приморск\tБереговая область\t180000\t46.95\t142.73\ttest",
          "Владивосток\tПриморский край\t600000\t43.1\t131.9\ttest",
          "Корсаков\tБереговая область\t33000\t46.63\t142.78\ttest");

  /** A ring around all of it. */
  static final String BOX = "[140,45],[145,45],[145,50],[140,50],[140,45]";

  private SmallGazetteer() {}

  static GazetteerRows rows() {
    return new GazetteerRows("coast", SETTLEMENTS, MUNICIPALITIES, ALIASES, CITIES);
  }

  static PlaceResolver resolver() {
    return new PlaceResolver(rows().gazetteer(), "coast");
  }
}
