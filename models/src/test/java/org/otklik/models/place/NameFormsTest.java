package org.otklik.models.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFormsTest {
  private final NameForms forms = new NameForms(new RussianDictionary());

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      textBlock =
          """
          Холмск : холмск холмска холмску холмском холмске
          Корсаков : корсаков корсакова корсакову корсаковом корсакове
          Оха : оха охи охе оху охой
          Быков : быкова быковом
          Хомутово : хомутово хомутова хомутову хомутовом хомутове
          Тымовское : тымовское тымовского тымовскому тымовским тымовском
          Горный : горный горного горному горным горном
          Донской : донской донского донскому донским донском
          Узловая : узловая узловой узловую
          Ноглики : ноглики ногликов ногликам ногликами ногликах
          Липки : липки липок липкам липках
          Щигры : щигры щигров щиграх
          Чернь : чернь черни чернью
          Заречье : заречье заречья заречью заречьем
          Городок : городок городка городке городком
          Орёл : орла орле орлом
          Елец : елец ельца ельце ельцом
          Ручей : ручей ручья ручье
          Восток : восток востока востоке
          Красногорск : красногорск красногорска
          Смирных : смирных
          Дуэ : дуэ
          Виахту : виахту
          Тёплое : теплое теплого теплом
          Верхняя : верхней верхнюю
          Углич : углича угличем
          """)
  void declinesOneWord(String name, String expected) {
    assertThat(allForms(name)).contains(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      textBlock =
          """
          Ясная Поляна : ясной поляне
          Верхний Армудан : верхнем армудане
          Советская Гавань : советской гавани
          Новый Ургал : нового ургала
          Комсомольск-на-Амуре : комсомольске на амуре
          Николаевск-на-Амуре : николаевском на амуре
          Нарьян-Мар : нарьян маре
          Нарьян-Мар : нарьянмаром
          Южно-Сахалинск : южно сахалинску
          Южно-Сахалинск : южносахалинске
          Александровск-Сахалинский : александровском сахалинским
          Александровск-Сахалинский : александровске сахалинском
          Усть-Кара : усть каре
          Князе-Волконское : князе волконском
          Гаровка-1 : гаровке 1
          имени Полины Осипенко : имени полины осипенко
          Заветы Ильича : заветах ильича
          Горячие Ключи : горячих ключах
          """)
  void declinesTheWordsOfANameTogether(String name, String form) {
    assertThat(allForms(name)).contains(form);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      textBlock =
          """
          Корсаков : корсаковская
          Холмск : холмского
          Бошняково : бошняковской
          Болохово : болоховские
          Оха : охинском
          Томари : томаринскую
          Некрасовка : некрасовским
          Южно-Сахалинск : южно сахалинской
          Южно-Сахалинск : южносахалинская
          """)
  void makesAdjectives(String name, String form) {
    assertThat(forms.adjectivesOf(name)).flatExtracting(NamePattern::forms).contains(form);
  }

  @ParameterizedTest
  @CsvSource({
    "Хабаровск, хабаровчанам",
    "Оха, охинцев",
    "Углегорск, углегорцы",
    "Нарьян-Мар, нарьянмарцы",
    "Анива, анивчане",
    "Холмск, холмчан"
  })
  void namesTheirPeople(String name, String form) {
    assertThat(forms.peopleOf(name)).flatExtracting(NamePattern::forms).contains(form);
  }

  @Test
  void makesNoAdjectiveOfAnAdjective() {
    assertThat(forms.adjectivesOf("Горный")).isEmpty();
    assertThat(forms.adjectivesOf("Красное")).isEmpty();
  }

  @Test
  void declinesAMunicipalitysAdjectiveInAllGenders() {
    assertThat(forms.adjective("Охинский"))
        .flatExtracting(NamePattern::forms)
        .contains("охинский", "охинского", "охинская", "охинскую", "охинское", "охинские");
  }

  @Test
  void tellsTheCaseOfAForm() {
    NamePattern pattern = forms.of("Корсаков").get(0);

    assertThat(pattern.casesOf(0, "корсакове")).isEqualTo(Cases.PREPOSITIONAL);
    assertThat(pattern.casesOf(0, "корсакова")).isEqualTo(Cases.GENITIVE);
    assertThat(pattern.casesOf(0, "корсаков")).isEqualTo(Cases.NOMINATIVE | Cases.ACCUSATIVE);
    assertThat(pattern.casesOf(0, "корсаковым")).isZero();
  }

  private List<String> allForms(String name) {
    return forms.of(name).stream().flatMap(pattern -> pattern.forms().stream()).toList();
  }
}
