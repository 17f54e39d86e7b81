package org.otklik.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdvertTailTest {
  private static final String MESSAGE = "Во дворе третий день нет света, дети боятся ходить.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n👉 Подписывайтесь на наш канал @news24",
        " Прислать новость: @bot",
        "\nМы в телеграм: t.me/news",
        "\nОтправлено с iPhone",
        "\nС уважением, жильцы дома",
        "\n#свет #двор https://vk.com/wall-1_1",
        "\nРеклама. ООО «Окна», erid: 2Vtz"
      })
  void cutsWhatFollowsTheMessage(String tail) {
    assertThat(AdvertTail.cut(MESSAGE + tail).strip()).isEqualTo(MESSAGE);
  }

  @Test
  void leavesAMessageWithoutATailAlone() {
    assertThat(AdvertTail.cut(MESSAGE)).isEqualTo(MESSAGE);
  }

  @Test
  void leavesAMessageThatIsAllTailAlone() {
    assertThat(AdvertTail.cut("Подписывайтесь на наш канал"))
        .isEqualTo("Подписывайтесь на наш канал");
  }
}
