package org.otklik.models.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressParserTest {
  private final AddressParser parser = new AddressParser(new RussianDictionary());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          г. Оха, ул. Карла Маркса 23, подъезд без окон | Карла Маркса | 23
          на проспекте ленина 39 темно                  | Ленина       | 39
          на ленина 39 прорыв                           | Ленина       | 39
          лен. 39а без света                            | Лен          | 39а
          ул. Новая, д. 5 корп 2 литера Б               | Новая        | 5 корп 2 литера Б
          ул. 50 лет Октября, 12/2                      | 50 лет Октября | 12/2
          ул 8 Марта д.7                                | 8 Марта      | 7
          Комсомольский проспект, 4                     | Комсомольский проспект | 4
          на Комсомольском проспекте фура               | Комсомольский проспект |
          на Алексинском шоссе стела                    | Алексинское шоссе |
          на Школьной стройка в 6 утра                  | Школьная     |
          В Холмске на Советской третий день нет света  | Советская    |
          на Пионерской вторую неделю прорыв            | Пионерская   |
          На Лесной который месяц темно                 | Лесная       |
          на Морской целый день гудит                   | Морская      |
          проезд Школьный весь в ямах                   | Школьный     |
          в проезде строителей 4 темно                  | Строителей   | 4
          на улице Тульской яма                         | Тульская     |
          Тульская ул., 5                               | Тульская     | 5
          на Чехова 70 в Южно затопило                  | Чехова       | 70
          по Ленина не проехать                         | Ленина       |
          на красно флотской аварийка                   | Краснофлотская |
          Тула, Демидовская, маршрутка                  | Демидовская  |
          Чегдомын, Блюхера 3, крыша                    | Блюхера      | 3
          пер. Школьный, д.10                           | Школьный     | 10
          ул. М. Горького 15к2                          | М. Горького  | 15к2
          пр-т Мира 12 стр 1                            | Мира         | 12 стр 1
          на 34 км трассы яма                           | 34 км        |
          ул. имени Космонавта Поповича 3               | Имени Космонавта Поповича | 3
          """)
  void findsStreetAndHouse(String text, String street, String house) {
    Address address = parser.parse(new FoldedText(text));

    assertThat(address.street()).isEqualTo(street);
    assertThat(address.house()).isEqualTo(house);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "на улице темно и страшно",
        "стоимость проезда подняли опять",
        "оплата проезда пенсионеров",
        "льготного проезда лишили",
        "по улице ходят собаки",
        "на улице абсолютная темнота",
        "на этой неделе вывезут",
        "на прошлой неделе было 5 аварий",
        "воды нет 3 дня",
        "на главной площади ёлка",
        "по 20 минут ждём автобус",
        "на детской площадке 5 качелей",
        "в Ноглики едут на скорой 2 часа"
      })
  void findsNoStreetWhereNoneIs(String text) {
    assertThat(parser.parse(new FoldedText(text)).street()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"на Ленина 5 лет нет света", "на Советской 3 дня нет воды"})
  void takesNoDurationForAHouse(String text) {
    assertThat(parser.parse(new FoldedText(text)).house()).isNull();
  }

  @Test
  void findsALandmark() {
    assertThat(parser.parse(new FoldedText("собаки у школы №5 в центре")).landmark())
        .isEqualTo("у школы №5");
    assertThat(parser.parse(new FoldedText("яма возле рынка")).landmark()).isEqualTo("возле рынка");
  }

  @Test
  void marksTheWordsOfAStreetSoThatNoTownIsReadInThem() {
    Address address = parser.parse(new FoldedText("улица Тульская, 5"));

    assertThat(address.words().get(1)).isTrue();
    assertThat(address.evidence()).isEqualTo("улица Тульская, 5");
  }
}
