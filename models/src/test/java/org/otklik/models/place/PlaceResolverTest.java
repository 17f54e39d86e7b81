package org.otklik.models.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceResolverTest {
  private final PlaceResolver resolver = SmallGazetteer.resolver();

  @Test
  void tellsHouseWithItsEvidence() {
    Place place = resolve("г. Холмск, ул. Советская 5а, нет воды", null);

    assertThat(place.municipality()).isEqualTo("Холмский");
    assertThat(place.settlement()).isEqualTo("Холмск");
    assertThat(place.street()).isEqualTo("Советская");
    assertThat(place.house()).isEqualTo("5а");
    assertThat(place.precision()).isEqualTo("house");
    assertThat(place.source()).isEqualTo("text");
    assertThat(place.evidence()).containsExactly("Холмск", "ул. Советская 5а");
    assertThat(place.latitude()).isEqualTo(47.05);
    assertThat(place.score()).isBetween(0.9, 1.0);
  }

  @Test
  void admitsThatAVillageHasNoPointOfItsOwn() {
    Place place = resolve("в Раздольном Корсаковского района темно", null);

    assertThat(place.settlement()).isEqualTo("Раздольное");
    assertThat(place.precision()).isEqualTo("municipality");
    assertThat(place.latitude()).isEqualTo(46.5);
  }

  @Test
  void leavesANameOfSeveralMunicipalitiesOpen() {
    Place place = resolve("в Раздольном темно", null);

    assertThat(place.municipality()).isNull();
    assertThat(place.settlement()).isEqualTo("Раздольное");
    assertThat(place.precision()).isEqualTo("none");
    assertThat(place.alternatives())
        .extracting(Place.Alternative::municipality)
        .containsExactlyInAnyOrder("Корсаковский", "Лесной");
  }

  @Test
  void homeBreaksTies() {
    assertThat(resolve("в Раздольном темно", "Лесной").municipality()).isEqualTo("Лесной");
  }

  @Test
  void textOutranksHome() {
    Place place = resolve("в Холмске прорвало трубу", "Приморск");

    assertThat(place.municipality()).isEqualTo("Холмский");
    assertThat(place.source()).isEqualTo("text");
  }

  @Test
  void onlyHomeGivesAModestMunicipality() {
    Place place = resolve("во дворе темно", "Приморск");

    assertThat(place.municipality()).isEqualTo("Приморск");
    assertThat(place.settlement()).isNull();
    assertThat(place.precision()).isEqualTo("municipality");
    assertThat(place.source()).isEqualTo("community");
    assertThat(place.score()).isLessThan(0.5);
  }

  @Test
  void knowsNothingOfATextWithoutPlaces() {
    assertThat(resolve("во дворе темно", null)).isEqualTo(Place.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "правда ли, что отключат воду",
        "врач Корсаков не принимает",
        "Спасибо Корсакову Ивану Петровичу",
        "памятник адмиралу Корсакову",
        "магазин «Корсаков» закрыт",
        "улица Корсаковская вся в ямах",
        "южный ветер дует",
        "на лесном участке пожар"
      })
  void takesNoNameSakeForAPlace(String text) {
    assertThat(resolve(text, null).municipality()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          в корсакове нет света              | Корсаковский
          под Корсаковом пожар               | Корсаковский
          корсаковская больница без врачей   | Корсаковский
          Корсаковский район забыли          | Корсаковский
          в карсакове нет воды               | Корсаковский
          В селе Правда закрыли школу        | Лесной
          в Правде закрыли школу             | Лесной
          в Ясной Поляне нет дороги          | Холмский
          Лесной район, нет дороги           | Лесной
          на Монероне нет связи              | Холмский
          из Южного в Холмск едем, в Томари мост упал | Холмский
          мы из Холмска, до Приморска ехать час | Холмский
          """)
  void findsMunicipalities(String text, String municipality) {
    assertThat(resolve(text, null).municipality()).isEqualTo(municipality);
  }

  @Test
  void knowsWhatLiesOutside() {
    Place place = resolve("во Владивостоке паром стоит", null);

    assertThat(place.municipality()).isNull();
    assertThat(place.precision()).isEqualTo("outside");
    assertThat(place.settlement()).isEqualTo("Владивосток");
    assertThat(place.latitude()).isNull();
  }

  @Test
  void knowsTheRegionAsAWhole() {
    assertThat(resolve("по всей Береговой области нет бензина", "Холмский").precision())
        .isEqualTo("region");
    assertThat(resolve("на всём Побережье шторм", null).precision()).isEqualTo("region");
  }

  @Test
  void theEndsOfARoadAloneTellNoPlace() {
    Place place = resolve("трасса Приморск — Холмск стоит", null);

    assertThat(place.municipality()).isNull();
    assertThat(place.alternatives()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "городской округ \"Холмский\",Холмский",
    "Холмский ГО,Холмский",
    "МО ГО \"Южный\",Приморск",
    "г. Корсаков,Корсаковский",
    "муниципальный округ Корсаковский,Корсаковский",
    "Лесной район,Лесной"
  })
  void readsAStatedMunicipalityInAnyWording(String stated, String municipality) {
    assertThat(resolver.municipalityOf(stated)).contains(municipality);
  }

  @Test
  void theRecordOutranksWeakMentions() {
    Place place =
        resolver.resolve(
            new PlaceQuery(
                "у нас темно, южный ветер",
                "Приморск",
                "Холмский ГО",
                "Томари",
                "Мира",
                "7",
                null,
                null));

    assertThat(place.municipality()).isEqualTo("Холмский");
    assertThat(place.settlement()).isEqualTo("Томари");
    assertThat(place.street()).isEqualTo("Мира");
    assertThat(place.house()).isEqualTo("7");
    assertThat(place.source()).isEqualTo("record");
  }

  @Test
  void thePostsOwnPointTellsWhenTheTextDoesNot() {
    Place place = resolver.resolve(point("во дворе темно", 46.64, 142.79));

    assertThat(place.municipality()).isEqualTo("Корсаковский");
    assertThat(place.settlement()).isEqualTo("Корсаков");
    assertThat(place.source()).isEqualTo("point");
    assertThat(place.latitude()).isEqualTo(46.64);
  }

  @Test
  void theTextOutranksThePostsOwnPoint() {
    Place place = resolver.resolve(point("в Холмске темно", 46.64, 142.79));

    assertThat(place.municipality()).isEqualTo("Холмский");
    assertThat(place.source()).isEqualTo("text");
  }

  @ParameterizedTest
  @CsvSource({
    "Подслушано Холмск,Холмский",
    "Типичный Корсаков,Корсаковский",
    "Приморск онлайн,Приморск",
    "Лесной район Подслушано,Лесной"
  })
  void findsTheHomeInACommunitysName(String name, String municipality) {
    assertThat(resolver.homeOf(name)).contains(municipality);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Береговая область онлайн", "Тундра news", "Вся правда"})
  void findsNoHomeWhereNoneIsNamed(String name) {
    assertThat(resolver.homeOf(name)).isEmpty();
  }

  private Place resolve(String text, @Nullable String home) {
    return resolver.resolve(PlaceQuery.of(text, home));
  }

  private static PlaceQuery point(String text, double latitude, double longitude) {
    return new PlaceQuery(text, null, null, null, null, null, latitude, longitude);
  }
}
