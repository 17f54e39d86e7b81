package org.otklik.models.place;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.otklik.models.place.Mention.Cues;
import org.otklik.models.place.Mention.Letter;
import org.otklik.models.place.Mention.Reading;
import org.otklik.models.place.Mention.Role;
import org.otklik.models.place.Mention.Spelling;

/**
 * Finds the names of places in a text and reads the signs around them. Not safe for use by several
 * threads at once.
 */
final class MentionFinder {
  /** Names as short as this are not believed in lower case, known to the dictionary or not. */
  private static final int SHORT = 3;

  private static final Set<String> ORIGINS = Set.of("из", "изо", "от", "ото", "с", "со");
  private static final Set<String> DESTINATIONS = Set.of("до", "к", "ко", "через");
  private static final Set<String> PLACES =
      WordList.of(
          """
          у около возле близ вблизи вокруг напротив под за над перед между мимо вдоль при недалеко
          внутри по против
          """);
  private static final Set<String> COMPARISONS =
      Set.of("как", "чем", "словно", "будто", "типа", "например");
  private static final Set<String> REGION_WORDS =
      WordList.of(
          """
          область области областью обл край края крае краю краем республика республики республике
          губерния губернии ао море моря регион региона регионе региону районы залив залива пролив
          """);

  private final NameIndex names;
  private final TypoIndex typos;
  private final RussianDictionary dictionary;

  MentionFinder(NameIndex names, TypoIndex typos, RussianDictionary dictionary) {
    this.names = names;
    this.typos = typos;
    this.dictionary = dictionary;
  }

  /**
   * The mentions in the order of the text.
   *
   * @param streets words that belong to streets and name no settlement
   */
  List<Mention> find(FoldedText text, BitSet streets) {
    List<NameIndex.Hit> hits = names.hits(text);
    if (!streets.isEmpty() && !hits.isEmpty()) {
      hits.removeIf(hit -> overlaps(streets, hit.first(), hit.last()));
    }
    List<Mention> mentions = new ArrayList<>(4);
    BitSet covered = new BitSet();
    for (List<NameIndex.Hit> group : NameIndex.longest(hits)) {
      List<Reading> readings = new ArrayList<>(group.size());
      for (NameIndex.Hit hit : group) {
        if (hit.pattern().adjective() && isStreetWithoutWord(text, hit.last())) {
          continue;
        }
        readings.add(new Reading(hit.pattern(), hit.meaning(), hit.cases()));
      }
      if (readings.isEmpty()) {
        continue;
      }
      NameIndex.Hit any = group.get(0);
      covered.set(any.first(), any.last() + 1);
      mentions.add(mention(text, any.first(), any.last(), readings, streets, Spelling.EXACT));
    }
    addMisspelt(text, streets, covered, mentions);
    markRoutes(text, mentions);
    return mentions;
  }

  /** «Суворовская»: a feminine adjective without its noun is a street's name. */
  private boolean isStreetWithoutWord(FoldedText text, int index) {
    String word = text.word(index);
    boolean feminine = word.endsWith("ая") || word.endsWith("ой") || word.endsWith("ую");
    return feminine
        && !(index + 1 < text.size()
            && text.isJoined(index)
            && dictionary.agrees(word, text.word(index + 1)));
  }

  /** «Холмск — Южно-Сахалинск»: the ends of a way, the problem may be anywhere between. */
  private static void markRoutes(FoldedText text, List<Mention> mentions) {
    for (int i = 0; i + 1 < mentions.size(); i++) {
      Mention one = mentions.get(i);
      Mention other = mentions.get(i + 1);
      if (one.last() + 1 == other.first()
          && isDash(text, one.last())
          && isEnd(one)
          && isEnd(other)) {
        mentions.set(i, one.withRole(Role.ROUTE));
        mentions.set(i + 1, other.withRole(Role.ROUTE));
      }
    }
  }

  private static boolean isEnd(Mention mention) {
    return !mention.cues().municipality()
        && mention.readings().get(0).meaning().kind() != Meaning.Kind.REGION;
  }

  private static boolean isDash(FoldedText text, int index) {
    boolean dash = false;
    for (int i = text.end(index); i < text.start(index + 1); i++) {
      char c = text.charAt(i);
      dash |= c == '-' || c == '—' || c == '–';
      if (" -—–".indexOf(c) < 0) {
        return false;
      }
    }
    return dash;
  }

  private static boolean overlaps(BitSet words, int first, int last) {
    int next = words.nextSetBit(first);
    return next >= 0 && next <= last;
  }

  private void addMisspelt(
      FoldedText text, BitSet streets, BitSet covered, List<Mention> mentions) {
    for (int i = 0; i < text.size(); i++) {
      String word = text.word(i);
      if (word.length() < 6
          || covered.get(i)
          || streets.get(i)
          || text.isNumber(i)
          || !isCued(text, i, streets)
          || dictionary.isRightlySpelt(word)) {
        continue;
      }
      List<TypoIndex.Match> matches = typos.find(word);
      if (!matches.isEmpty()) {
        List<Reading> readings = new ArrayList<>(matches.size());
        for (TypoIndex.Match match : matches) {
          readings.add(new Reading(match.pattern(), match.meaning(), match.cases()));
        }
        Spelling spelling =
            matches.get(0).letters() == 0 ? Spelling.SOUNDS_ALIKE : Spelling.ONE_LETTER;
        mentions.add(mention(text, i, i, readings, streets, spelling));
      }
    }
  }

  private static boolean isCued(FoldedText text, int i, BitSet streets) {
    if (text.isCapital(i) || text.startsSentence(i) || streets.get(i + 1)) {
      return true;
    }
    String before = text.word(i - 1);
    return PlaceWords.governedBy(before) != 0
        || PlaceWords.isSettlementWord(before)
        || PlaceWords.isMunicipalityWord(text.word(i + 1));
  }

  private Mention mention(
      FoldedText text,
      int first,
      int last,
      List<Reading> readings,
      BitSet streets,
      Spelling spelling) {
    int before = first - 1;
    PlaceWords.Sort typeWord = null;
    int typeIndex = -1;
    if (before >= 0 && isTypeWord(text, before, first)) {
      typeWord = PlaceWords.sort(text.word(before));
      typeIndex = before;
      before--;
      if (before >= 0
          && text.isJoined(before)
          && isTypeWord(text, before, before + 1)
          && text.word(before).length() > 1) {
        before--;
      }
    }
    String preposition = "";
    if (before >= 0) {
      boolean near = typeIndex >= 0 || text.isJoined(before);
      int at = before;
      if (near
          && PlaceWords.governedBy(text.word(at)) == 0
          && at > 0
          && text.isJoined(at)
          && isFiller(text.word(at))) {
        at--;
      }
      if (near && PlaceWords.governedBy(text.word(at)) != 0 && text.isJoinedOrDotted(at)) {
        preposition = text.word(at);
        before = at;
      }
    }
    int cases = 0;
    boolean adjectival = false;
    for (Reading reading : readings) {
      cases |= reading.cases();
      adjectival |= reading.pattern().adjective() || reading.pattern().isAdjectival();
    }
    Letter letter = letter(text, first);
    String surface = text.word(last);
    boolean joinedAfter = last + 1 < text.size() && text.isJoined(last);
    String after = joinedAfter ? text.word(last + 1) : "";
    boolean lowerAfter = joinedAfter && !text.isCapital(last + 1) && !text.isNumber(last + 1);
    boolean abbreviated = PlaceWords.isInstitution(after) && !dictionary.knows(after);
    boolean agrees =
        adjectival
            && (lowerAfter && dictionary.agrees(surface, after) || joinedAfter && abbreviated);
    boolean institution =
        agrees
            && (PlaceWords.isInstitution(after)
                || text.isJoined(last + 1) && PlaceWords.isInstitution(text.word(last + 2)));
    boolean municipality = isMunicipality(text, first, last, typeIndex);
    boolean heading =
        text.startsSentence(first) && ",:—–-".indexOf(text.punctuationAfter(last)) >= 0;
    boolean street = last + 1 < text.size() && streets.get(last + 1);
    boolean afterNoun =
        first > 0
            && preposition.isEmpty()
            && typeIndex < 0
            && text.isJoined(first - 1)
            && !text.isCapital(first - 1)
            && dictionary.isNoun(text.word(first - 1));
    boolean single = first == last;
    Cues cues =
        new Cues(
            municipality,
            typeWord == null && isPerson(text, first, last),
            isQuoted(text, first),
            agrees && !municipality && single,
            agrees,
            institution,
            isOfRegion(after, adjectival),
            heading,
            street,
            spelling,
            afterNoun,
            single
                && (letter == Letter.LOWER && surface.length() <= SHORT
                    || dictionary.isEveryday(surface)),
            single && dictionary.isSurname(surface));
    return new Mention(
        first,
        last,
        readings,
        letter,
        typeWord,
        preposition,
        role(
            text,
            before,
            preposition,
            typeIndex >= 0 ? casesOfTypeWord(text.word(typeIndex)) : cases,
            first,
            afterNoun || municipality || typeWord != null && preposition.isEmpty(),
            heading),
        cues);
  }

  private static final Set<String> FILLERS =
      WordList.of(
          """
          нашем нашей нашего самом самой всем всей всему сторону
          """);

  /** «в посёлке Снежный» is where, «в посёлок Снежный» is where to; abbreviations don't tell. */
  private static int casesOfTypeWord(String word) {
    boolean direct = word.length() > 4 && !word.endsWith("е") && !word.endsWith("и");
    return direct ? Cases.ACCUSATIVE : Cases.ALL;
  }

  /** «Курская область», «Курск обл»: not the city. */
  private static boolean isOfRegion(String after, boolean adjectival) {
    return after.equals("обл") || adjectival && REGION_WORDS.contains(after);
  }

  private static boolean isFiller(String word) {
    return FILLERS.contains(word);
  }

  /** A word for a sort of place; one letter needs its dot: «г.», «с.» but not «с». */
  private static boolean isTypeWord(FoldedText text, int index, int next) {
    String word = text.word(index);
    if (!PlaceWords.isSettlementWord(word)) {
      return false;
    }
    if (word.length() == 1) {
      boolean dot = text.charAt(text.end(index)) == '.';
      boolean plain = (word.equals("г") || word.equals("п")) && text.isJoined(index);
      return (dot || plain) && text.start(next) - text.end(index) <= 3;
    }
    return text.isJoinedOrDotted(index) || isQuotedGap(text, index, next);
  }

  private static boolean isQuotedGap(FoldedText text, int index, int next) {
    if (text.start(next) - text.end(index) > 4) {
      return false;
    }
    for (int i = text.end(index); i < text.start(next); i++) {
      if (" .«\"'“„".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static Letter letter(FoldedText text, int first) {
    if (!text.isCapital(first)) {
      return Letter.LOWER;
    }
    return text.startsSentence(first) ? Letter.SENTENCE_START : Letter.CAPITAL;
  }

  private static boolean isMunicipality(FoldedText text, int first, int last, int typeIndex) {
    int after = last + 1;
    if (after < text.size() && text.isJoined(last)) {
      if (PlaceWords.isMunicipalityAdjective(text.word(after)) && after + 1 < text.size()) {
        after++;
      }
      if (PlaceWords.isMunicipalityWord(text.word(after))) {
        return true;
      }
    }
    int before = first - 1;
    if (before < 0 || typeIndex >= 0) {
      return false;
    }
    return isQuotedGap(text, before, first)
        && PlaceWords.isMunicipalityWord(text.word(before))
        && !(text.word(before).equals("районе") && before > 0 && text.word(before - 1).equals("в"));
  }

  private boolean isPerson(FoldedText text, int first, int last) {
    if (first != last) {
      return false;
    }
    if (first > 0 && text.isJoinedOrDotted(first - 1)) {
      String before = text.word(first - 1);
      if (PlaceWords.isPersonWord(before)
          || text.isCapital(first - 1) && dictionary.isGivenName(before)
          || isInitial(text, first - 1)) {
        return true;
      }
      if (text.isCapital(first)
          && dictionary.isSurname(text.word(first))
          && followsTitle(text, first)) {
        return true;
      }
    }
    if (last + 1 < text.size() && text.isJoined(last)) {
      String after = text.word(last + 1);
      return isInitial(text, last + 1)
          || text.isCapital(last + 1)
              && (dictionary.isGivenName(after) || dictionary.isPatronymic(after));
    }
    return false;
  }

  /** «директор школы Быков»: a title with one or two words between. */
  private static boolean followsTitle(FoldedText text, int surname) {
    for (int i = surname - 1; i >= Math.max(0, surname - 3) && text.isJoined(i); i--) {
      if (PlaceWords.governedBy(text.word(i)) != 0) {
        return false;
      }
      if (PlaceWords.isPersonWord(text.word(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInitial(FoldedText text, int index) {
    return text.word(index).length() == 1
        && text.isCapital(index)
        && text.charAt(text.end(index)) == '.'
        && "гп".indexOf(text.word(index)) < 0;
  }

  private static boolean isQuoted(FoldedText text, int first) {
    char before = text.charAt(text.start(first) - 1);
    return "«\"“„'".indexOf(before) >= 0
        && first > 0
        && !PlaceWords.opensQuotedPlace(text.word(first - 1))
        && !PlaceWords.isSettlementWord(text.word(first - 1));
  }

  private static Role role(
      FoldedText text,
      int before,
      String preposition,
      int cases,
      int first,
      boolean belongs,
      boolean heading) {
    int ahead = preposition.isEmpty() ? first - 1 : before - 1;
    if (ahead >= 0
        && (COMPARISONS.contains(text.word(ahead)) && text.isJoined(ahead)
            || text.word(ahead).equals("отличие"))) {
      return Role.COMPARISON;
    }
    if (preposition.isEmpty()) {
      return belongs || heading ? Role.LOCATION : Role.NAMED;
    }
    if (ahead >= 0
        && (text.word(ahead).equals("недалеко")
            || text.word(ahead).equals("рядом")
            || text.word(ahead).equals("далеко"))) {
      return Role.LOCATION;
    }
    if (ORIGINS.contains(preposition)) {
      return Role.ORIGIN;
    }
    if (DESTINATIONS.contains(preposition)) {
      return Role.DESTINATION;
    }
    if (PLACES.contains(preposition)) {
      return Role.LOCATION;
    }
    if (preposition.equals("в") || preposition.equals("во") || preposition.equals("на")) {
      return (cases & Cases.PREPOSITIONAL) != 0 ? Role.LOCATION : Role.DESTINATION;
    }
    return Role.NAMED;
  }
}
