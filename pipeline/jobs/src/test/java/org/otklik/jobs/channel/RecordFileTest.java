package org.otklik.jobs.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.otklik.jobs.channel.Channel.IM;
import static org.otklik.jobs.channel.Channel.JSON;
import static org.otklik.jobs.channel.Channel.POS;
import static org.otklik.jobs.channel.Channel.TELEGRAM;
import static org.otklik.jobs.channel.Channel.TELEGRAM_EXPORT;
import static org.otklik.jobs.channel.Channel.VK;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.jobs.channel.Reading.Outcome;

class RecordFileTest {

  private static List<String> split(Channel channel, byte[] file) throws IOException {
    List<String> records = new ArrayList<>();
    try (RecordFile split = RecordFile.open(channel, new ByteArrayInputStream(file))) {
      split.forEachRemaining(r -> records.add(new String(r, UTF_8)));
    }
    return records;
  }

  private static List<String> split(Channel channel, String file) throws IOException {
    return split(channel, file.getBytes(UTF_8));
  }

  @ParameterizedTest
  @EnumSource
  void givesLinesAsTheyAre(Channel channel) throws IOException {
    assertThat(split(channel, "\uFEFF{\"a\": 1}\r\n\n  \n{\"b\": \"обры\n{\"c\":[1,\n{\"d\":4}{}"))
        .containsExactly("{\"a\": 1}", "{\"b\": \"обры", "{\"c\":[1,", "{\"d\":4}{}");
  }

  @Test
  void givesBytesThatAreNoUtf8AsTheyAre() throws IOException {
    byte[] line = {'{', '"', (byte) 0xFF, '"', ':', '1', '}'};

    try (RecordFile file = RecordFile.open(VK, new ByteArrayInputStream(line))) {
      assertThat(file.next()).isEqualTo(line);
      assertThat(file.hasNext()).isFalse();
      assertThatThrownBy(file::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void goesOnAfterFirstLineThatIsBroken() throws IOException {
    assertThat(split(VK, "{\"type\":\"wall_po\n{\"a\":1}\n")).hasSize(2);
    assertThat(split(VK, "{\"type\":\"x\",\"object\":{\"id\":5\n{\"a\":1}\n")).hasSize(2);
    assertThat(split(VK, "502 Bad Gateway\n{\"a\":1}\n"))
        .containsExactly("502 Bad Gateway", "{\"a\":1}");
  }

  @Test
  void splitsPageOfWallOverManyLines() throws IOException {
    String page =
        """
        {
          "response": {
            "count": 2,
            "items": [
              {"id": 1, "text": "скобка ] и \\" кавычка"},
              {"id": 2, "copy_history": [{"id": 3}]}
            ],
            "groups": [{"id": 9}]
          }
        }
        """;

    assertThat(split(VK, page))
        .containsExactly(
            "{\"id\": 1, \"text\": \"скобка ] и \\\" кавычка\"}",
            "{\"id\": 2, \"copy_history\": [{\"id\": 3}]}");
  }

  @Test
  void splitsArrayOfPagesAndPagesInLines() throws IOException {
    String page = "{\"response\":{\"items\":[{\"id\":1},{\"id\":2}]}}";

    assertThat(split(VK, "[" + page + ",\n{\"items\":[{\"id\":3}]},\n{\"id\":4}]"))
        .containsExactly("{\"id\":1}", "{\"id\":2}", "{\"id\":3}", "{\"id\":4}");
    assertThat(split(VK, page + "\n{\"type\":\"confirmation\"}\n" + page))
        .containsExactly(
            "{\"id\":1}", "{\"id\":2}", "{\"type\":\"confirmation\"}", "{\"id\":1}", "{\"id\":2}");
  }

  @Test
  void givesDocumentWithoutListAsRecord() throws IOException {
    assertThat(split(VK, "{\n\"error\": {\"error_code\": 15}\n}"))
        .containsExactly("{\n\"error\": {\"error_code\": 15}\n}");
    assertThat(split(VK, "{\"response\":{\"count\":0,\"items\":[]}}"))
        .containsExactly("{\"response\":{\"count\":0,\"items\":[]}}");
  }

  @Test
  void splitsAnswerOfGetUpdates() throws IOException {
    assertThat(split(TELEGRAM, "{\"ok\":true,\"result\":[\n{\"update_id\":1},{\"update_id\":2}]}"))
        .containsExactly("{\"update_id\":1}", "{\"update_id\":2}");
    assertThat(split(TELEGRAM, "[\n{\"update_id\":1},\n{\"update_id\":2}\n]"))
        .containsExactly("{\"update_id\":1}", "{\"update_id\":2}");
  }

  @Test
  void putsChatIntoMessagesOfExport() throws IOException {
    String export =
        "{\n \"name\": \"Холмск чат\",\n \"type\": \"public_supergroup\",\n \"id\": 99,\n"
            + " \"messages\": [\n  {\"id\": 1},\n  {}\n ]\n}\n";

    assertThat(split(TELEGRAM_EXPORT, export))
        .containsExactly(
            "{\"id\": 1,\"chat\":{\"name\":\"Холмск чат\",\"type\":\"public_supergroup\",\"id\":99}}",
            "{\"chat\":{\"name\":\"Холмск чат\",\"type\":\"public_supergroup\",\"id\":99}}");
  }

  @Test
  void splitsExportOfWholeAccountWithoutWordsOfPrivateChats() throws IOException {
    String export =
        """
        {"about":"…","personal_information":{"user_id":900000017,"first_name":"Клавдия"},
         "contacts":{"list":[{"user_id":1}]},
         "chats":{"about":"…","list":[
          {"name":"Клавдия","type":"personal_chat","id":5,"messages":[{"id":1,"text":"тайна"}]},
          {"name":"Чат","type":"public_supergroup","id":7,"messages":[{"id":2,"text":"ямы"}]}]},
         "left_chats":{"list":[{"name":"Б","type":"public_channel","id":8,"messages":[{"id":3}]}]}}
        """;

    List<String> records = split(TELEGRAM_EXPORT, export);

    assertThat(records)
        .containsExactly(
            "{\"type\":\"message\",\"chat\":{\"type\":\"personal_chat\"}}",
            "{\"id\":2,\"text\":\"ямы\",\"chat\":{\"name\":\"Чат\",\"type\":\"public_supergroup\",\"id\":7}}",
            "{\"id\":3,\"chat\":{\"name\":\"Б\",\"type\":\"public_channel\",\"id\":8}}");
    assertThat(NativeRecords.ignored(TELEGRAM_EXPORT, records.get(0))).isEqualTo("private chat");
  }

  @Test
  void givesExportedMessagesInLinesAsTheyAre() throws IOException {
    String message = "{\"id\":1,\"chat\":{\"id\":7}}";

    assertThat(split(TELEGRAM_EXPORT, message + "\n" + message)).containsExactly(message, message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\n{\"id\":1},\n{\"id\":2},\n{\"id\":3, \"te",
        "[\n{\"id\":1},\n{\"id\":2},\noops {\"id\":3}]",
        "[\n{\"id\":1},\n{\"id\":2} {\"id\":3}]"
      })
  void givesRestOfBrokenDocumentAsRecord(String document) throws IOException {
    List<String> records = split(JSON, document);

    assertThat(records).hasSizeGreaterThan(2).startsWith("{\"id\":1}", "{\"id\":2}");
    assertThat(records.subList(2, records.size()))
        .allSatisfy(
            rest ->
                assertThat(NativeRecords.read(JSON, rest))
                    .extracting(Reading::outcome)
                    .containsExactly(Outcome.DEAD_LETTER))
        .last()
        .asString()
        .contains("\"id\":3");
  }

  @Test
  void givesLongRestInPieces() throws IOException {
    String rest = "{\"id\":2,\"text\":\"" + "я".repeat(1_500_000);

    List<String> records = split(JSON, "[\n{\"id\":1},\n" + rest);

    assertThat(records).hasSize(1 + 4);
    assertThat(records.stream().skip(1).mapToInt(r -> r.replace("\uFFFD", "").length()).sum())
        .isGreaterThan(1_500_000);
  }

  /** Whatever breaks, all letters and digits come out, in their order. */
  @Test
  void losesNothingOfBrokenArrays() throws IOException {
    byte[] bytes =
        "[\n{\"id\":1,\"t\":\"a\"},{\"id\":2},\n[3,{\"x\":[]}], \"s\" ,4]\n".getBytes(UTF_8);
    Random random = new Random(7);
    for (int run = 0; run < 3_000; run++) {
      byte[] mutated = bytes.clone();
      mutated[random.nextInt(bytes.length)] = (byte) (' ' + random.nextInt(95));
      mutated[random.nextInt(bytes.length)] = (byte) "{}[]\",:".charAt(random.nextInt(7));

      assertThat(words(String.join("", split(JSON, mutated))))
          .as("run %d", run)
          .isEqualTo(words(new String(mutated, UTF_8)));
    }
  }

  private static String words(String text) {
    return text.replaceAll("[^\\p{L}\\d]", "");
  }

  @Test
  void readsNoFurtherThanNeeded() throws IOException {
    byte[] record = ("{\"id\":1,\"text\":\"" + "x".repeat(1000) + "\"}").getBytes(UTF_8);
    byte[] element = Arrays.copyOf(record, record.length + 1);
    element[record.length] = ',';
    InputStream endless =
        new InputStream() {
          private long at;

          @Override
          public int read() {
            return at++ == 0 ? '[' : element[(int) ((at - 2) % element.length)];
          }
        };

    try (RecordFile file = RecordFile.open(JSON, endless)) {
      for (int i = 0; i < 3000; i++) {
        assertThat(file.next()).isEqualTo(record);
      }
      assertThat(file.consumedBytes()).isBetween(3_000_000L, 4_000_000L);
      assertThat(file.totalBytes()).isEmpty();
    }
  }

  @Test
  void tellsHowFarItIs(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.jsonl");
    Files.writeString(file, "{\"a\":1}\n".repeat(100));

    try (RecordFile split = RecordFile.open(JSON, file)) {
      split.forEachRemaining(record -> {});
      assertThat(split.totalBytes()).hasValue(800);
      assertThat(split.consumedBytes()).isEqualTo(800);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {";", ",", "\t"})
  void makesObjectsOfCsv(String separator) throws IOException {
    String csv =
        "\uFEFFНомер|Факт |Дата  поступления\r\n"
            + "1|\"Яма | люк,\nи \"\"лужа\"\"\"|10.03.2026\r\n"
            + "\r\n"
            + "2|Лёд\r\n"
            + "3|Снег|11.03.2026|лишнее||ещё\r\n";

    assertThat(split(POS, csv.replace("|", separator)))
        .containsExactly(
            "{\"Номер\":\"1\",\"Факт\":\"Яма "
                + separator.replace("\t", "\\t")
                + " люк,\\nи \\\"лужа\\\"\",\"Дата поступления\":\"10.03.2026\"}",
            "{\"Номер\":\"2\",\"Факт\":\"Лёд\"}",
            "{\"Номер\":\"3\",\"Факт\":\"Снег\",\"Дата поступления\":\"11.03.2026\","
                + "\"column-4\":\"лишнее\",\"column-6\":\"ещё\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1251", "UTF-16LE"})
  void readsCsvInItsEncoding(String charset) throws IOException {
    String csv =
        (charset.startsWith("UTF-16") ? "\uFEFF" : "")
            + "ID;Текст инцидента;Дата создания\n1;Щебень — ёлки;10.03.2026\n";

    assertThat(split(IM, csv.getBytes(Charset.forName(charset))))
        .containsExactly(
            "{\"ID\":\"1\",\"Текст инцидента\":\"Щебень — ёлки\",\"Дата создания\":\"10.03.2026\"}");
  }

  @Test
  void findsHeaderBelowTitle() throws IOException {
    String csv = "Отчёт за март;;\n;;\nID;Тема;Тема;\n7;а;б;в\n";

    assertThat(split(IM, csv))
        .containsExactly("{\"ID\":\"7\",\"Тема\":\"а\",\"Тема (2)\":\"б\",\"column-4\":\"в\"}");
  }

  @Test
  void losesNoRowOfTableWithoutHeader() throws IOException {
    assertThat(split(IM, "1;а\n2;б\n"))
        .containsExactly(
            "{\"column-1\":\"1\",\"column-2\":\"а\"}", "{\"column-1\":\"2\",\"column-2\":\"б\"}");
  }

  @Test
  void tellsWhereCsvCannotBeFollowed() throws IOException {
    String csv = "Номер;Факт\n1;а\n2;\"" + "незакрытая ".repeat(2_000_000);

    List<String> records = split(POS, csv);

    assertThat(records).hasSize(2);
    assertThat(records.get(1)).contains("\"unreadable\"", "line 2");
    assertThat(NativeRecords.deadLetter(POS, records.get(1)))
        .isEqualTo("the CSV can't be followed: is a quote not closed?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", ""})
  void givesRowsBehindUnclosedQuoteAsOneUnreadableRecord(String end) throws IOException {
    String csv = "Номер;Факт;Статус\n1;а;б\n2;\"Яма; большая\n3;Лёд;в" + end;

    List<String> records = split(POS, csv);

    assertThat(records).hasSize(2);
    assertThat(records.get(0)).isEqualTo("{\"Номер\":\"1\",\"Факт\":\"а\",\"Статус\":\"б\"}");
    assertThat(records.get(1))
        .contains("\"rest\":\"2;\\\"Яма; большая\\n3;Лёд;в")
        .doesNotContain("\uFFFF");
    assertThat(NativeRecords.deadLetter(POS, records.get(1)))
        .isEqualTo("the CSV can't be followed: is a quote not closed?");
  }

  @Test
  void givesLongRestOfCsvInPieces() throws IOException {
    String csv = "Номер;Факт\n1;а\n2;\"" + "б".repeat(1_000_000);

    assertThat(split(POS, csv))
        .hasSize(5)
        .allSatisfy(record -> assertThat(record.length()).isLessThan(340_000));
  }

  @Test
  void readsTablesAsJsonToo() throws IOException {
    assertThat(split(POS, "[{\"Номер\":\"1\"},{\"Номер\":\"2\"}]"))
        .containsExactly("{\"Номер\":\"1\"}", "{\"Номер\":\"2\"}");
  }

  private static byte[] workbook() throws IOException {
    return new Workbook()
        .sheet(new Object[] {"Сводка"}, new Object[] {"Всего", 2})
        .sheet(
            new Object[] {"Выгрузка за март"},
            new Object[] {},
            new Object[] {"ID", "Дата создания", "Текст инцидента", "Дом"},
            new Object[] {14520309, 46091.25, "Темно &amp; сыро", null},
            new Object[] {"7", "10.03.2026", "Лёд", 39})
        .toBytes();
  }

  @Test
  void makesObjectsOfWorkbook(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("im.xlsx");
    Files.write(file, workbook());
    List<String> records = new ArrayList<>();

    try (RecordFile split = RecordFile.open(IM, file)) {
      split.forEachRemaining(r -> records.add(new String(r, UTF_8)));
      assertThat(split.consumedBytes()).isEqualTo(Files.size(file));
    }

    assertThat(records)
        .containsExactly(
            "{\"ID\":\"14520309\",\"Дата создания\":\"10.03.2026 06:00:00\","
                + "\"Текст инцидента\":\"Темно & сыро\"}",
            "{\"ID\":\"7\",\"Дата создания\":\"10.03.2026\",\"Текст инцидента\":\"Лёд\","
                + "\"Дом\":\"39\"}");
    assertThat(NativeRecords.post(IM, records.get(0)).publishedAt())
        .hasToString("2026-03-09T19:00:00Z");
  }

  @Test
  void readsWorkbookFromStreamToo() throws IOException {
    assertThat(split(IM, workbook())).hasSize(2);
  }

  @Test
  void saysWhatItCannotRead() throws IOException {
    byte[] damaged = Arrays.copyOf(workbook(), 300);
    byte[] old = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0
    };

    assertThatThrownBy(() -> split(IM, damaged)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> split(IM, old)).hasMessageContaining("save it as .xlsx");
    assertThatThrownBy(() -> split(VK, workbook())).hasMessageContaining("channel vk has JSON");
  }

  @ParameterizedTest
  @EnumSource
  void findsNothingInEmptyFile(Channel channel) throws IOException {
    assertThat(split(channel, "")).isEmpty();
    assertThat(split(channel, "\n \r\n")).isEmpty();
  }
}
