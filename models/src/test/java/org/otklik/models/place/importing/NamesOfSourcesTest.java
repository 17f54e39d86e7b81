package org.otklik.models.place.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesOfSourcesTest {
  @ParameterizedTest
  @CsvSource({
    "Беловский муниципальный район,Беловский",
    "городской округ город Курск,Курск",
    "город Льгов,Льгов",
    "г. Льгов,Льгов",
    "Ногликский муниципальный округ,Ногликский",
    "Городской округ «Ногликский»,Ногликский",
    "Городец,Городец",
    "Советский р-н,Советский"
  })
  void shortensNamesOfMunicipalities(String official, String name) {
    assertThat(MunicipalityName.shortOf(official)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "с Белая,село,Белая",
    "сл. Белая,слобода,Белая",
    "д.Заречье,деревня,Заречье",
    "рабочий посёлок Тим,рп,Тим",
    "р.п. Тим,рп,Тим",
    "посёлок городского типа Пристень,пгт,Пристень",
    "Старый Оскол,other,Старый Оскол",
    "п Заря,посёлок,Заря",
    "Белая,other,Белая"
  })
  void takesTheTypeOffAName(String written, String type, String name) {
    assertThat(SettlementType.split(written)).isEqualTo(new SettlementType.Named(type, name));
  }

  @Test
  void ofManyNamesTheOneThatSoundsLikeTheLatinOneIsRussian() {
    assertThat(RussianName.of("Volgograd", List.of("Царицын", "Сталинград", "Волгоград")))
        .contains("Волгоград");
  }

  @Test
  void aNeighboursLettersAreNotRussian() {
    assertThat(RussianName.of("Belaya", List.of("Біла", "Белая"))).contains("Белая");
  }

  @Test
  void aNameThatSoundsDifferentIsNotTaken() {
    assertThat(RussianName.of("Volgograd", List.of("Царицын"))).isEmpty();
  }
}
