package org.otklik.models.place;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds streets and houses in running text: «ул. Карла Маркса 23», «на ленина 39», «Комсомольский
 * пр-т», «д. 5 корп 2 литера Б», «34 км трассы Оха — Южно-Сахалинск»; and landmarks: «у школы №5».
 */
final class AddressParser {

  private enum Gender {
    FEMININE,
    MASCULINE,
    NEUTER
  }

  /** Words for streets, all their forms, with their gender. */
  private static final Map<String, Gender> STREET_TYPES = streetTypes();

  /** Types that stay in the street's name, because it is not told without them. */
  private static final Set<String> KEPT_TYPES =
      WordList.of(
          """
          шоссе ш ш-се проспект переулок проезд бульвар тупик тракт
          """);

  private static final Set<String> HOUSE_WORDS =
      Set.of("д", "дом", "дома", "доме", "дому", "домом", "домов", "домах");
  private static final Set<String> BLOCK_WORDS =
      WordList.of(
          """
          к корп корпус корпуса корпусе стр строение строения литера лит литер литеры лит-ра вл
          владение
          """);

  /** What follows a number that is no house's. */
  private static final Set<String> UNITS =
      WordList.of(
          """
          лет год года году годов день дня дней сутки суток час часа часов ч мин минут минуты
          минуту метр метра метров м км километр километра километров километре рублей руб р рубля
          тыс тысяч тысячи процентов процента человек людей раз раза неделю недели недель месяц
          месяца месяцев этаже этаж этажа числа января февраля марта апреля мая июня июля августа
          сентября октября ноября декабря градусов школа школы школе детей машин автобус автобуса
          маршрут маршрута домов квартир соток штук шт кг литров полосы полос
          """);

  /** First words of names of several words, and titles before a name. */
  private static final Set<String> NAME_OPENERS =
      WordList.of(
          """
          карла розы клары максима богдана льва юрия степана сергея николая александра алексея
          дмитрия павлика зои лизы олега миры веры матросова академика маршала генерала адмирала
          капитана героя героев космонавта летчика полковника лейтенанта сержанта партизана
          комиссара профессора художника композитора писателя поэта имени им красной красных
          парижской красного большая малая верхняя нижняя новая старая первая вторая третья
          большой малой братьев сестер воинов защитников бульварное пролетарской советской
          октябрьской мира демьяна василия ивана петра михаила евгения бориса антона
          """);

  private static final Set<String> OPENERS_OF_GENITIVE =
      Set.of(
          "красной",
          "красных",
          "парижской",
          "красного",
          "пролетарской",
          "советской",
          "октябрьской");

  private static final Set<String> SECOND_OF_GENITIVE =
      WordList.of(
          """
          армии гвардии партизан зорь коммуны флота креста диктатуры революции конституции власти
          знамени фронтовиков бойцов текстильщиков
          """);

  private static final Set<String> DATED =
      WordList.of(
          """
          лет летия летие января февраля марта апреля мая июня июля августа сентября октября
          ноября декабря годовщины партсъезда съезда пятилетки го я й ая ой линия рабочая
          """);

  /** Words that are no street's name though they stand where one would. */
  private static final Set<String> NOT_NAMES =
      WordList.of(
          """
          в во на и с со из по до от к ко у за под не ни а но или где что как нет так уже опять
          снова нам нас мы они он она это все там тут вся весь всю города поселка села деревни
          района без для после перед есть был была были будет чистить чистят дом дома ул г вчера
          сегодня завтра вечером утром ночью наша наши наш нашей нашу моя моей вы вас прошу просим
          очень совсем полностью
          """);

  /** Adjectives in the feminine that people use for things other than streets. */
  private static final Set<String> NOT_STREETS =
      WordList.of(
          """
          набережной скорой главной встречной детской левой правой прямой проезжей кольцевой
          окружной объездной каждой этой той своей нашей вашей моей другой такой какой самой всей
          одной первой второй третьей последней прошлой следующей новой старой большой маленькой
          остановочной горячей холодной платной бетонной грунтовой железной домой собой тобой мной
          зимой весной часовой любой игровой спортивной контейнерной сырой чужой передовой
          вахтовой столовой ванной сельской городской районной областной краевой российской
          русской федеральной больничной удаленной удаленке постоянной полной общей личной пешей
          велосипедной обочине
          """);

  /** How words begin that count days and weeks. */
  private static final Set<String> ORDINALS =
      WordList.of(
          """
          перв втор трет четверт пят шест седьм восьм девят десят котор цел послед
          """);

  private static final Set<String> TIME_SPANS =
      WordList.of(
          """
          день дня сутки ночь вечер час неделю неделя месяц год лето зиму раз
          """);

  private static final Set<String> STREET_PREPOSITIONS = Set.of("на", "по", "с", "со", "до", "от");

  private static final Set<String> LANDMARKS =
      WordList.of(
          """
          школы школе школой рынка рынком рынке магазина магазином больницы больницей поликлиники
          садика сада вокзала вокзалом остановки остановке парка площади дк администрации мэрии
          почты почтой аптеки аптекой банка сбербанка памятника памятником церкви храма кладбища
          стадиона моста мостом автовокзала детсада детского стадионом котельной клуба кафе тц
          автостанции аэропорта
          """);

  private static final Set<String> NEAR =
      WordList.of(
          """
          у около возле напротив рядом за перед вблизи недалеко позади сзади вокруг против
          """);

  private final RussianDictionary dictionary;

  AddressParser(RussianDictionary dictionary) {
    this.dictionary = dictionary;
  }

  private static Map<String, Gender> streetTypes() {
    Map<String, Gender> types = new HashMap<>();
    for (String word :
        new String[] {
          "ул",
          "улица",
          "улице",
          "улицы",
          "улицу",
          "улицей",
          "улицах",
          "улицам",
          "уллица",
          "улиц",
          "площадь",
          "площади",
          "площадью",
          "пл-дь",
          "набережная",
          "набережной",
          "набережную",
          "наб",
          "наб-я",
          "аллея",
          "аллее",
          "аллеи",
          "аллею",
          "линия",
          "линии"
        }) {
      types.put(word, Gender.FEMININE);
    }
    for (String word :
        new String[] {
          "пр",
          "пр-т",
          "пр-кт",
          "пр-та",
          "пр-те",
          "пр-ту",
          "пр-кте",
          "просп",
          "проспект",
          "проспекта",
          "проспекту",
          "проспекте",
          "проспектом",
          "пер",
          "пер-к",
          "переулок",
          "переулка",
          "переулке",
          "переулку",
          "переулком",
          "бульвар",
          "бульвара",
          "бульваре",
          "бульвару",
          "б-р",
          "бул",
          "проезд",
          "проезда",
          "проезде",
          "проезду",
          "пр-д",
          "пр-зд",
          "тупик",
          "тупика",
          "тупике",
          "тракт",
          "тракта",
          "тракте",
          "тракту"
        }) {
      types.put(word, Gender.MASCULINE);
    }
    for (String word : new String[] {"шоссе", "ш-се", "ш"}) {
      types.put(word, Gender.NEUTER);
    }
    return types;
  }

  /** A street found: its name, and the words it covers. */
  private record Street(String name, int first, int last, boolean certain) {}

  /** A house found: its number, and its last word. */
  private record House(String number, int last) {}

  /** What the text says of street and house; never null, its parts may be. */
  Address parse(FoldedText text) {
    BitSet words = new BitSet();
    Street best = null;
    House bestHouse = null;
    int i = 0;
    while (i < text.size()) {
      Street street = street(text, i);
      if (street == null) {
        i++;
        continue;
      }
      House house = house(text, street.last + 1);
      int last = house == null ? street.last : house.last;
      words.set(street.first, last + 1);
      boolean better =
          best == null
              || bestHouse == null && house != null && (street.certain || !best.certain)
              || !best.certain && street.certain && bestHouse == null;
      if (better) {
        best = street;
        bestHouse = house;
      }
      i = last + 1;
    }
    if (best == null) {
      best = road(text, words);
    }
    if (bestHouse == null) {
      bestHouse = loneHouse(text);
    }
    String evidence = "";
    if (best != null) {
      int last =
          bestHouse != null && bestHouse.last > best.last && bestHouse.last - best.last <= 8
              ? bestHouse.last
              : best.last;
      evidence = text.written(best.first, last);
    }
    return new Address(
        best == null ? null : best.name,
        bestHouse == null ? null : bestHouse.number,
        landmark(text),
        words,
        evidence);
  }

  private @Nullable Street street(FoldedText text, int i) {
    String word = text.word(i);
    Gender type = STREET_TYPES.get(word);
    if (type != null) {
      return afterType(text, i);
    }
    if (i + 1 < text.size() && text.isJoined(i)) {
      Gender next = STREET_TYPES.get(text.word(i + 1));
      if (next != null && agreesWithType(word, next) && !HOUSE_WORDS.contains(text.word(i + 1))) {
        Street named = beforeType(text, i, next);
        if (named != null) {
          return named;
        }
      }
    }
    if (STREET_PREPOSITIONS.contains(word) && text.isJoined(i)) {
      return afterPreposition(text, i);
    }
    return atClauseStart(text, i);
  }

  /** «ул. Карла Маркса», «проспекту Победы». */
  private @Nullable Street afterType(FoldedText text, int type) {
    String typeWord = text.word(type);
    int i = type + 1;
    if (i >= text.size()
        || !(text.isJoinedOrDotted(type) || isJoinedByQuote(text, type))
        || isShort(typeWord) && (text.charAt(text.end(type)) != '.' || !text.isCapital(i))) {
      return null;
    }
    if (typeWord.equals("улиц") || typeWord.equals("улицах") || typeWord.equals("улицам")) {
      return null;
    }
    int last = nameEnd(text, i, true);
    if (last < i || isPredicate(text, typeWord, i, last)) {
      return null;
    }
    if (!text.isCapital(i)
        && (dictionary.isParticle(text.word(i)) && !hasAdjectiveEnding(text.word(i))
            || isFare(text, typeWord, i, last))) {
      return null;
    }
    return new Street(name(text, i, last), type, last, true);
  }

  /** «стоимость проезда школьникам»: a ride, unless the name reads like a street's. */
  private boolean isFare(FoldedText text, String typeWord, int first, int last) {
    return typeWord.startsWith("проезд")
        && house(text, last + 1) == null
        && !(hasAdjectiveEnding(text.word(first)) && dictionary.agrees(text.word(first), typeWord));
  }

  /** «ш.», «пр.»: types only with a dot and before a capital. */
  private static boolean isShort(String typeWord) {
    return typeWord.equals("ш") || typeWord.equals("пр");
  }

  /** «на улице абсолютная темнота», «улица грязная совсем»: said of the street, not its name. */
  private boolean isPredicate(FoldedText text, String typeWord, int first, int last) {
    String word = text.word(first);
    if (first != last || text.isCapital(first) || !dictionary.isAdjective(word)) {
      return false;
    }
    boolean oblique =
        typeWord.equals("улице") || typeWord.equals("улицы") || typeWord.equals("улицу");
    if (oblique && endsWith(word, "ая", "яя")) {
      return true;
    }
    return last + 1 < text.size()
        && text.isJoined(last)
        && !text.isNumber(last + 1)
        && dictionary.isNoun(text.word(last + 1))
        && dictionary.agrees(word, text.word(last + 1));
  }

  private static boolean isJoinedByQuote(FoldedText text, int index) {
    if (index + 1 >= text.size() || text.start(index + 1) - text.end(index) > 4) {
      return false;
    }
    for (int i = text.end(index); i < text.start(index + 1); i++) {
      if (" .«\"".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Index of the last word of a name that starts at a word; less than that when none does. */
  private int nameEnd(FoldedText text, int start, boolean afterType) {
    int i = start;
    if (text.isNumber(i)) {
      if (i + 1 < text.size() && text.isJoined(i) && isDated(text.word(i + 1))) {
        i++;
        if (text.word(i).length() <= 2 && i + 1 < text.size() && text.isJoined(i)) {
          return nameEnd(text, i + 1, afterType);
        }
        if (text.word(i).startsWith("лет") && i + 1 < text.size() && text.isJoined(i)) {
          return nameEnd(text, i + 1, afterType);
        }
        return i;
      }
      return start - 1;
    }
    String word = text.word(i);
    if (NOT_NAMES.contains(word) || word.length() < 2 && !isInitial(text, i)) {
      return start - 1;
    }
    if (STREET_TYPES.containsKey(word)) {
      return start - 1;
    }
    while ((isInitial(text, i) || word.equals("им") && i == start)
        && i + 1 < text.size()
        && text.isJoinedOrDotted(i)) {
      i++;
    }
    boolean lower = !text.isCapital(i);
    if (lower && afterType && dictionary.isEveryday(word) && !mayNameStreet(word)) {
      return start - 1;
    }
    int limit = i + 2;
    while (i + 1 < text.size() && i < limit && text.isJoined(i)) {
      String next = text.word(i + 1);
      if (text.isNumber(i + 1) || STREET_TYPES.containsKey(next) || NOT_NAMES.contains(next)) {
        break;
      }
      boolean opened = opens(text.word(i), next);
      boolean hyphenated = text.charAt(text.end(i)) == '-';
      boolean capitals =
          !lower
              && text.isCapital(i + 1)
              && next.length() > 2
              && !PlaceWords.isSettlementWord(next);
      if (!opened && !hyphenated && !capitals) {
        break;
      }
      i++;
    }
    if (lower
        && i == start
        && i + 1 < text.size()
        && text.isJoined(i)
        && isSplitAdjective(text, i)) {
      i++;
    }
    return i;
  }

  private static boolean opens(String word, String next) {
    if (OPENERS_OF_GENITIVE.contains(word)) {
      return SECOND_OF_GENITIVE.contains(next);
    }
    return NAME_OPENERS.contains(word);
  }

  /** «красно флотской», «ново садовая»: an adjective written in two words. */
  private boolean isSplitAdjective(FoldedText text, int i) {
    String word = text.word(i);
    return word.length() > 2
        && word.endsWith("о")
        && looksFeminine(text.word(i + 1))
        && dictionary.isEveryday(word);
  }

  private static boolean isDated(String word) {
    return DATED.contains(word);
  }

  private static boolean isInitial(FoldedText text, int i) {
    return text.word(i).length() == 1
        && text.isCapital(i)
        && text.charAt(text.end(i)) == '.'
        && Character.isLetter(text.word(i).charAt(0));
  }

  /** True for lower-case words that are streets' names: genitives and adjectives. */
  private boolean mayNameStreet(String word) {
    if (dictionary.isParticle(word)) {
      return false;
    }
    return dictionary.isGenitive(word) || hasAdjectiveEnding(word);
  }

  private static boolean hasAdjectiveEnding(String word) {
    return endsWith(word, "ая", "яя", "ий", "ый", "ой", "ую", "ей", "ое", "ом", "ого", "ому");
  }

  /** «Комсомольский проспект», «на Тульской улице», «Алексинском шоссе». */
  private @Nullable Street beforeType(FoldedText text, int i, Gender gender) {
    String word = text.word(i);
    if (NOT_STREETS.contains(word) || NOT_NAMES.contains(word)) {
      return null;
    }
    boolean namedAfter =
        i + 2 < text.size()
            && text.isJoinedOrDotted(i + 1)
            && text.isCapital(i + 2)
            && !text.startsSentence(i + 2);
    if (namedAfter || !text.isCapital(i)) {
      boolean written = text.isCapital(i) || PlaceWords.looksDerivedFromName(word);
      if (namedAfter || !written) {
        return null;
      }
    }
    String name = nominative(text.written(i, i), gender);
    String type = text.word(i + 1);
    String base = base(type);
    if (KEPT_TYPES.contains(base)) {
      name = name + " " + base;
    }
    return new Street(name, i, i + 1, true);
  }

  private static String base(String type) {
    for (String kept : KEPT_TYPES) {
      if (kept.length() > 4 && type.startsWith(kept.substring(0, kept.length() - 1))) {
        return kept;
      }
    }
    return switch (type) {
      case "пр-т", "пр-кт", "просп", "пр-та", "пр-те", "пр-ту", "пр-кте" -> "проспект";
      case "пер", "пер-к", "переулка", "переулке", "переулку", "переулком" -> "переулок";
      case "б-р", "бул" -> "бульвар";
      case "пр-д", "пр-зд" -> "проезд";
      case "ш", "ш-се" -> "шоссе";
      default -> type;
    };
  }

  private static boolean agreesWithType(String word, Gender gender) {
    if (word.length() < 5) {
      return false;
    }
    return switch (gender) {
      case FEMININE -> endsWith(word, "ая", "ой", "ую", "яя", "ей", "юю");
      case MASCULINE ->
          endsWith(word, "ый", "ий", "ой", "ого", "ому", "ым", "им", "ом", "ем", "его");
      case NEUTER -> endsWith(word, "ое", "ого", "ому", "ом", "им", "ым", "ем", "ее");
    };
  }

  /** «на ленина 39», «по Чехова», «на Школьной». */
  private @Nullable Street afterPreposition(FoldedText text, int preposition) {
    int i = preposition + 1;
    if (text.isNumber(i)) {
      int last = nameEnd(text, i, false);
      boolean named = last > i && (text.word(last).length() > 4);
      return named && house(text, last + 1) != null
          ? new Street(name(text, i, last), i, last, false)
          : null;
    }
    String word = text.word(i);
    if (NOT_NAMES.contains(word) || PlaceWords.isSettlementWord(word) || word.length() < 3) {
      return null;
    }
    int last = nameEnd(text, i, false);
    if (last < i) {
      return null;
    }
    String lastWord = text.word(last);
    House house = house(text, last + 1);
    boolean genitive = looksGenitive(lastWord);
    boolean feminine = looksFeminine(lastWord);
    boolean onStreet = text.word(preposition).equals("на") || text.word(preposition).equals("по");
    if (house != null
        && (genitive || feminine || text.isCapital(i))
        && (text.isCapital(i) || !NOT_STREETS.contains(word))) {
      return looksLocative(text, i, last) && !genitive && !feminine
          ? null
          : new Street(name(text, i, last), i, last, false);
    }
    if (feminine && !NOT_STREETS.contains(lastWord) && (onStreet || text.isCapital(i))) {
      boolean belongs =
          last + 1 < text.size()
              && text.isJoined(last)
              && !isTimeSpan(text, last + 1)
              && dictionary.agrees(lastWord, text.word(last + 1));
      boolean name = text.isCapital(i) || PlaceWords.looksDerivedFromName(lastWord);
      return belongs || !name ? null : new Street(name(text, i, last), i, last, false);
    }
    if (genitive && onStreet && (text.isCapital(i) || isSurnameGenitive(lastWord))) {
      return new Street(name(text, i, last), i, last, false);
    }
    return null;
  }

  /**
   * «третий день», «вторую неделю», «который месяц»: what follows a street and is no noun of it.
   */
  private static boolean isTimeSpan(FoldedText text, int i) {
    return i + 1 < text.size()
        && text.isJoined(i)
        && TIME_SPANS.contains(text.word(i + 1))
        && ORDINALS.stream().anyMatch(text.word(i)::startsWith);
  }

  /** A name in the prepositional case: a settlement rather than a street. */
  private static boolean looksLocative(FoldedText text, int first, int last) {
    String word = text.word(last);
    return first == last && (word.endsWith("е") || word.endsWith("ом"));
  }

  /** «Ленина 39 без света», «лен. 39а», «Тула, Демидовская,»: at a clause's start only. */
  private @Nullable Street atClauseStart(FoldedText text, int i) {
    boolean comma = i > 0 && text.isComma(i - 1);
    if (!comma && !text.startsSentence(i) || text.isNumber(i)) {
      return null;
    }
    String word = text.word(i);
    if (word.length() < 3 || NOT_NAMES.contains(word) || HOUSE_WORDS.contains(word)) {
      return null;
    }
    int last = nameEnd(text, i, false);
    if (last < i) {
      return null;
    }
    String lastWord = text.word(last);
    boolean feminineNominative =
        lastWord.length() > 5 && endsWith(lastWord, "ская", "цкая", "ная", "вая", "тая");
    boolean genitive =
        looksGenitive(lastWord) || isShortened(text, i, last) || comma && mayBeName(text, i, last);
    House house = houseWithoutComma(text, last);
    if (house != null && (genitive || feminineNominative)) {
      return new Street(name(text, i, last), i, last, false);
    }
    boolean afterCapital = comma && text.isCapital(i - 1);
    boolean endsClause = ",.:;—–\n".indexOf(text.punctuationAfter(last)) >= 0;
    if (feminineNominative && afterCapital && text.isCapital(i) && endsClause) {
      return new Street(name(text, i, last), i, last, false);
    }
    return null;
  }

  /** «Чегдомын, Блюхера 3»: a word with a capital that is no everyday one. */
  private boolean mayBeName(FoldedText text, int first, int last) {
    return text.isCapital(first)
        && text.isNumber(last + 1)
        && text.isJoined(last)
        && !PlaceWords.isSettlementWord(text.word(last))
        && "аяыиов".indexOf(text.word(last).charAt(text.word(last).length() - 1)) >= 0
        && (first < last || !dictionary.isEveryday(text.word(first)));
  }

  /** «лен. 39а»: a name cut short before a number. */
  private static boolean isShortened(FoldedText text, int first, int last) {
    return first == last
        && text.word(first).length() >= 3
        && text.word(first).length() <= 5
        && text.charAt(text.end(first)) == '.'
        && text.isNumber(last + 1)
        && !PlaceWords.isSettlementWord(text.word(first));
  }

  private static boolean looksGenitive(String word) {
    return word.length() > 4
            && endsWith(word, "ова", "ева", "ина", "ына", "ского", "цкого", "ного", "того", "вого")
        || word.length() > 3 && endsWith(word, "ева")
        || word.equals("мира")
        || word.equals("победы")
        || word.equals("маркса")
        || word.equals("труда")
        || word.equals("октября")
        || word.equals("гоголя")
        || word.equals("космонавтов")
        || word.equals("строителей");
  }

  private boolean isSurnameGenitive(String word) {
    return endsWith(word, "ова", "ева", "ина", "ына") && dictionary.isSurname(word);
  }

  private static boolean looksFeminine(String word) {
    return word.length() > 5
        && endsWith(word, "ской", "цкой", "ной", "вой", "той", "ровой", "ской", "ую", "лой", "мой");
  }

  /** The house that stands at a word: «, д. 5 корп 2 литера Б», «39а», «12/3». */
  private @Nullable House house(FoldedText text, int start) {
    int i = start;
    if (i >= text.size()) {
      return null;
    }
    if (!isNear(text, i - 1)) {
      return null;
    }
    boolean told = false;
    if (HOUSE_WORDS.contains(text.word(i))) {
      told = true;
      i++;
      if (i >= text.size() || !isNear(text, i - 1)) {
        return null;
      }
    }
    if (!text.isNumber(i) || text.word(i).length() > 4) {
      return null;
    }
    if (!told
        && text.isComma(i - 1)
        && i + 1 < text.size()
        && text.isJoined(i)
        && !text.isNumber(i + 1)
        && text.word(i + 1).length() > 2) {
      return null;
    }
    return numberAt(text, i, told);
  }

  private @Nullable House houseWithoutComma(FoldedText text, int last) {
    return last + 1 < text.size()
            && text.isComma(last)
            && !HOUSE_WORDS.contains(text.word(last + 1))
        ? null
        : house(text, last + 1);
  }

  private static @Nullable House numberAt(FoldedText text, int number, boolean told) {
    int last = number;
    if (number + 1 < text.size()) {
      String next = text.word(number + 1);
      boolean touching = text.start(number + 1) == text.end(number);
      char between = text.charAt(text.end(number));
      if (!told && !touching && text.isJoinedOrDotted(number) && UNITS.contains(next)) {
        return null;
      }
      if (!told && (between == '%' || between == '°')) {
        return null;
      }
      boolean hyphen = between == '-' && text.start(number + 1) == text.end(number) + 1;
      boolean letter =
          next.length() == 1
              && Character.isLetter(next.charAt(0))
              && (touching || hyphen || text.isJoined(number) && isHouseLetter(text, number + 1));
      if (touching
          && !letter
          && Character.isLetter(next.charAt(0))
          && !BLOCK_WORDS.contains(next)) {
        return null;
      }
      if (hyphen && !letter && Character.isLetter(next.charAt(0))) {
        return null;
      }
      if (letter && !BLOCK_WORDS.contains(next)) {
        last = number + 1;
      } else if (between == '/'
          && text.start(number + 1) == text.end(number) + 1
          && text.isNumber(number + 1)) {
        last = number + 1;
      }
    }
    while (last + 2 < text.size()
        && BLOCK_WORDS.contains(text.word(last + 1))
        && isNear(text, last)
        && isNear(text, last + 1)
        && (text.isNumber(last + 2) || text.word(last + 2).length() == 1)) {
      last += 2;
    }
    return new House(text.written(number, last), last);
  }

  /** A lone letter after a space belongs to the number unless it is a preposition or pronoun. */
  private static boolean isHouseLetter(FoldedText text, int index) {
    return "бгдежзлмнпрт".indexOf(text.word(index)) >= 0
        || text.isCapital(index) && "ав".indexOf(text.word(index)) >= 0;
  }

  private static boolean isNear(FoldedText text, int index) {
    if (index < 0 || index + 1 >= text.size() || text.start(index + 1) - text.end(index) > 4) {
      return false;
    }
    for (int i = text.end(index); i < text.start(index + 1); i++) {
      if (" .,№-»\"/".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** «дом 17», «д. 5»: a house without a street. */
  private static @Nullable House loneHouse(FoldedText text) {
    for (int i = 0; i + 1 < text.size(); i++) {
      if (HOUSE_WORDS.contains(text.word(i))
          && text.isNumber(i + 1)
          && text.word(i + 1).length() <= 3
          && isNear(text, i)
          && (text.word(i).length() > 1 || text.charAt(text.end(i)) == '.')) {
        House house = numberAt(text, i + 1, false);
        if (house != null) {
          return house;
        }
      }
    }
    return null;
  }

  /** «на 34 км трассы Оха — Южно-Сахалинск», «34-й километр». */
  private static @Nullable Street road(FoldedText text, BitSet words) {
    for (int i = 0; i < text.size(); i++) {
      String word = text.word(i);
      boolean kilometre = word.equals("км") || word.startsWith("километр");
      if (kilometre && i > 0) {
        int number =
            text.isNumber(i - 1)
                ? i - 1
                : i > 1 && text.isNumber(i - 2) && text.word(i - 1).length() <= 2 ? i - 2 : -1;
        if (number < 0) {
          continue;
        }
        boolean marked =
            number > 0 && (text.word(number - 1).equals("на") || text.word(number - 1).equals("с"))
                || number < i - 1;
        for (int j = Math.max(0, number - 6); j < Math.min(text.size(), i + 4); j++) {
          String near = text.word(j);
          if (near.startsWith("трасс")
              || near.startsWith("дорог")
              || near.startsWith("автодорог")
              || near.startsWith("шоссе")) {
            marked = true;
          }
        }
        if (marked) {
          return new Street(text.word(number) + " км", number, i, false);
        }
      }
    }
    return null;
  }

  private static @Nullable String landmark(FoldedText text) {
    for (int i = 0; i + 1 < text.size(); i++) {
      if (NEAR.contains(text.word(i)) && text.isJoined(i)) {
        int what = i + 1;
        if (text.word(what).equals("с")
            || text.word(what).equals("от")
            || text.word(what).equals("со")) {
          what++;
        }
        if (what < text.size() && LANDMARKS.contains(text.word(what))) {
          int last = what;
          if (last + 1 < text.size() && isNear(text, last) && text.isNumber(last + 1)) {
            last++;
          }
          return text.written(i, last);
        }
      }
    }
    return null;
  }

  private String name(FoldedText text, int first, int last) {
    if (last > first
        && text.word(first).endsWith("о")
        && !text.isCapital(first)
        && looksFeminine(text.word(last))) {
      return nominative(text.written(first, first) + text.written(last, last), Gender.FEMININE);
    }
    String written = text.written(first, last);
    String word = text.word(last);
    if (first == last && looksFeminine(word) && !endsWith(word, "ова", "ева")) {
      return nominative(written, Gender.FEMININE);
    }
    return capital(written);
  }

  private static String nominative(String written, Gender gender) {
    String folded = FoldedText.fold(written);
    String stem = written;
    String ending = "";
    boolean soft = false;
    for (String oblique :
        new String[] {
          "ого", "его", "ому", "ему", "ая", "яя", "ой", "ей", "ую", "юю", "ый", "ий", "ым", "им",
          "ом", "ем", "ое", "ее"
        }) {
      if (folded.endsWith(oblique)) {
        stem = written.substring(0, written.length() - oblique.length());
        soft =
            "еяю".indexOf(oblique.charAt(0)) >= 0 || oblique.equals("ий") || oblique.equals("им");
        ending = oblique;
        break;
      }
    }
    if (ending.isEmpty() || stem.isEmpty()) {
      return capital(written);
    }
    char last = FoldedText.fold(stem.charAt(stem.length() - 1));
    boolean velar = "гкх".indexOf(last) >= 0;
    boolean really = soft && !velar && !ending.equals("ий") && !ending.equals("им");
    return capital(
        stem
            + switch (gender) {
              case FEMININE -> really ? "яя" : "ая";
              case NEUTER -> really ? "ее" : "ое";
              case MASCULINE -> {
                if (ending.equals("ой") || ending.equals("ый") || ending.equals("ий")) {
                  yield ending;
                }
                yield velar || soft ? "ий" : "ый";
              }
            });
  }

  private static String capital(String written) {
    return written.isEmpty()
        ? written
        : written.substring(0, 1).toUpperCase(Locale.ROOT) + written.substring(1);
  }

  private static boolean endsWith(String word, String... endings) {
    for (String ending : endings) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
