package org.otklik.models.place;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Russian words that stand beside names of places and tell what is meant. */
final class PlaceWords {

  /** Sorts of settlements that a word before a name tells apart. */
  enum Sort {
    CITY,
    URBAN,
    VILLAGE,
    STATION,
    /** A part of a town: микрорайон. */
    PART,
    ANY
  }

  private static final Map<String, Sort> SETTLEMENT_WORDS = settlementWords();

  /** Words after or before an adjective that make it a municipality's: «Охинский район». */
  private static final Set<String> MUNICIPALITY_WORDS =
      WordList.of(
          """
          район района районе району районом р-н р-на р-не р-ну р-ном округ округа округе округу
          округом окр го мо мр г/о муниципалитет муниципалитета муниципалитете рн раен раене
          """);

  /** Words that may stand between an adjective and «округ»: «Охинский городской округ». */
  private static final Set<String> MUNICIPALITY_ADJECTIVES =
      WordList.of(
          """
          городской городского городском городскому городским муниципальный муниципального
          муниципальном муниципальному муниципальным муниципальное городское сельский сельского
          сельском
          """);

  /** Words before a name that make it a person's. */
  private static final Set<String> PERSON_WORDS =
      WordList.of(
          """
          князь князя князю князем губернатор губернатора губернатору депутат депутата депутату
          врач врача врачу врачом доктор доктора доктору директор директора директору министр
          министра президент президента начальник начальника господин господина господину
          гражданин гражданина товарищ товарища адмирал адмирала генерал генерала маршал маршала
          писатель писателя поэт поэта композитор композитора академик академика имени им памяти
          уважаемый уважаемого учитель учителя участковый участкового капитан капитана фамилия
          фамилии хирург хирурга хирургу терапевт терапевта терапевту педиатр педиатра следователь
          судья судьи семья семьи семье семью братья братьев инспектор инспектора замглавы
          заместитель заместителя полководец полководца драматург художник художника тренер
          тренера водитель водителя сосед соседа соседу г-н г-на зам книга книгу роман рассказ
          рассказы пьеса пьесу читали читаем читать подполковник майор лейтенант адмиралу генералу
          бюст бюста портрет
          """);

  /** Words before a quoted name that is still a place's. */
  private static final Set<String> QUOTED_PLACES =
      WordList.of(
          """
          округ округа округе го мо мр район района районе город города образование образования
          поселение поселения поселок поселка село села муниципалитет округу микрорайон
          микрорайоне мкр жилмассив жилмассиве рабочий
          """);

  /** Beginnings of words for what towns and districts have: «корсаковская больница». */
  private static final String[] INSTITUTIONS = {
    "больниц",
    "поликлин",
    "школ",
    "гимнази",
    "лице",
    "детсад",
    "детск",
    "садик",
    "црб",
    "суд",
    "полигон",
    "рын",
    "вокзал",
    "завод",
    "водоканал",
    "почт",
    "мост",
    "порт",
    "роддом",
    "родильн",
    "библиотек",
    "дк",
    "отделени",
    "служб",
    "котельн",
    "очистн",
    "жител",
    "дорог",
    "трасс",
    "свалк",
    "кладбищ",
    "администрац",
    "мэри",
    "прокуратур",
    "полици",
    "гаи",
    "гибдд",
    "пожарн",
    "скор",
    "амбулатори",
    "фап",
    "стадион",
    "бассейн",
    "музе",
    "театр",
    "колледж",
    "техникум",
    "тэц",
    "грэс",
    "рэс",
    "жкх",
    "теплосет",
    "электросет",
    "пляж",
    "набережн",
    "парк",
    "площад",
    "автовокзал",
    "аэропорт",
    "маршрут",
    "депутат",
    "дум",
    "власт",
    "чиновник",
    "медик",
    "врач",
    "медицин",
    "молокозавод",
    "хлебозавод",
    "мясокомбинат",
    "комбинат",
    "фабрик",
    "шахт",
    "карьер",
    "леспромхоз",
    "лесхоз",
    "лесничеств",
    "совхоз",
    "колхоз",
    "рэу",
    "жэу",
    "мфц",
    "военкомат",
    "рай",
    "городск",
    "центральн",
    "районн",
    "дом",
    "ук",
    "управляющ",
    "сельсовет",
    "горсовет",
    "санатори",
    "интернат",
    "станци",
    "вод",
    "мкд",
    "двор",
    "улиц",
    "сет",
    "педагог",
    "учител",
    "пенсионер",
    "избирател",
    "предпринимател",
    "молодеж",
    "ребят"
  };

  /** Prepositions that tell where something is, with the cases that they govern. */
  private static final Map<String, Integer> PREPOSITIONS = prepositions();

  private static final String[] DERIVED_ENDINGS = {
    "кая", "кой", "кую", "кий", "кого", "кому", "ком", "ким", "кое"
  };

  private PlaceWords() {}

  private static Map<String, Sort> settlementWords() {
    Map<String, Sort> words = new HashMap<>();
    put(words, Sort.CITY, "г гор город города городе городу городом горде");
    put(
        words,
        Sort.URBAN,
        "п пос поселок поселка поселке поселку поселком пгт рп р/п поселков пос-к посел");
    put(
        words,
        Sort.VILLAGE,
        """
        с село села селе селу селом сел д дер деревня деревни деревне деревню деревней
        хутор хутора хуторе станица станице станицы слобода слободе слободы аул ауле
        """);
    put(words, Sort.STATION, "ст станция станции станцию разъезд разъезде");
    put(
        words,
        Sort.PART,
        """
        мкр мкрн мкр-н мкр-не микрорайон микрорайоне микрорайона микрорайону м-н м-не
        жилмассив жилмассиве
        """);
    put(
        words,
        Sort.ANY,
        """
        о остров острове острова острову полуостров полуострове н/п пункт пункте местечко
        снт днт городок городке гарнизон гарнизоне окрестности окрестностях пригород пригороде
        центр центре жители жителей жителям житель жительница
        администрация администрации мэрия мэрии мэр глава главы
        """);
    return words;
  }

  private static void put(Map<String, Sort> words, Sort sort, String forms) {
    for (String form : WordList.of(forms)) {
      words.put(form, sort);
    }
  }

  private static Map<String, Integer> prepositions() {
    Map<String, Integer> prepositions = new HashMap<>();
    int in = Cases.PREPOSITIONAL | Cases.ACCUSATIVE;
    prepositions.put("в", in);
    prepositions.put("во", in);
    prepositions.put("на", in);
    for (String word :
        new String[] {
          "из", "до", "от", "ото", "у", "около", "возле", "близ", "вблизи", "вокруг", "напротив",
          "после", "мимо", "вдоль", "недалеко", "внутри", "против", "с", "со", "изо", "для", "без",
          "насчет"
        }) {
      prepositions.put(word, Cases.GENITIVE);
    }
    prepositions.put("к", Cases.DATIVE);
    prepositions.put("ко", Cases.DATIVE);
    prepositions.put("по", Cases.DATIVE | Cases.PREPOSITIONAL);
    prepositions.put("под", Cases.INSTRUMENTAL | Cases.ACCUSATIVE);
    prepositions.put("за", Cases.INSTRUMENTAL | Cases.ACCUSATIVE);
    prepositions.put("над", Cases.INSTRUMENTAL);
    prepositions.put("перед", Cases.INSTRUMENTAL);
    prepositions.put("между", Cases.INSTRUMENTAL | Cases.GENITIVE);
    prepositions.put("через", Cases.ACCUSATIVE);
    prepositions.put("про", Cases.ACCUSATIVE);
    prepositions.put("о", Cases.PREPOSITIONAL);
    prepositions.put("об", Cases.PREPOSITIONAL);
    prepositions.put("при", Cases.PREPOSITIONAL);
    return prepositions;
  }

  static boolean isSettlementWord(String word) {
    return SETTLEMENT_WORDS.containsKey(word);
  }

  /** The sort that a word before a name tells, or null. */
  static @Nullable Sort sort(String word) {
    return SETTLEMENT_WORDS.get(word);
  }

  static boolean isMunicipalityWord(String word) {
    return MUNICIPALITY_WORDS.contains(word);
  }

  static boolean isMunicipalityAdjective(String word) {
    return MUNICIPALITY_ADJECTIVES.contains(word);
  }

  static boolean isPersonWord(String word) {
    return PERSON_WORDS.contains(word);
  }

  static boolean opensQuotedPlace(String word) {
    return QUOTED_PLACES.contains(word);
  }

  static boolean isInstitution(String word) {
    for (String beginning : INSTITUTIONS) {
      if (word.startsWith(beginning)
          && (beginning.length() > 3 || word.length() <= beginning.length() + 4)) {
        return true;
      }
    }
    return false;
  }

  /** The cases that a preposition governs; 0 for other words. */
  static int governedBy(String word) {
    return PREPOSITIONS.getOrDefault(word, 0);
  }

  /** Adjectives in -ский are made from names more often than others. */
  static boolean looksDerivedFromName(String word) {
    if (word.length() < 7) {
      return false;
    }
    for (String ending : DERIVED_ENDINGS) {
      if (word.endsWith(ending)) {
        char before = word.charAt(word.length() - ending.length() - 1);
        return before == 'с' || before == 'ц';
      }
    }
    return false;
  }
}
