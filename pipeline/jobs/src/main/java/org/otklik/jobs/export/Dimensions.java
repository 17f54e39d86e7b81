package org.otklik.jobs.export;

import static org.otklik.jobs.export.DimensionKeys.UNKNOWN;
import static org.otklik.jobs.export.DimensionKeys.UNLISTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Period;
import org.otklik.models.region.Region;

/** The dimensions, as the configuration has them. */
final class Dimensions {
  static final Table THEME =
      Table.dimension(
          "theme",
          "Одна тема обращений из config/taxonomy.yaml, с ответственным блоком и органом региона.",
          Column.text("theme", "Ключ темы"),
          Column.text("name", "Название темы"),
          Column.text("covers", "Что относится к теме"),
          Column.text("block", "Отраслевой блок, который ведёт тему; пусто, если такого нет"),
          Column.text("block_lead", "Должность руководителя блока; пусто, если не названа"),
          Column.text("body", "Орган, который отвечает за тему первым").of("body"),
          Column.text("assisting_blocks", "Другие блоки темы, через «; »"));

  static final Table CATEGORY =
      Table.dimension(
          "category",
          "Одна категория проблем из config/taxonomy.yaml.",
          Column.text("category", "Ключ категории"),
          Column.text("theme", "Тема категории").of("theme"),
          Column.text("name", "Название категории"),
          Column.text("severity", "Тяжесть по природе проблемы: low, normal или high"));

  static final Table MUNICIPALITY =
      Table.dimension(
          "municipality",
          "Одно муниципальное образование из файла региона.",
          Column.text("municipality", "Ключ: краткое название"),
          Column.text("official_name", "Официальное название; пусто, если не указано"),
          Column.text("seat", "Административный центр; пусто, если не указан"),
          Column.whole("population", "Население; пусто, если не указано"),
          Column.number("latitude", "Широта точки внутри границ, градусы (WGS 84)"),
          Column.number("longitude", "Долгота этой точки"));

  static final Table BODY =
      Table.dimension(
          "body",
          "Один орган или учреждение региона, которое отвечает на обращения.",
          Column.text("body", "Ключ органа"),
          Column.text("name", "Название органа"),
          Column.text("blocks", "Отраслевые блоки, за которые орган отвечает, через «; »"),
          Column.text("themes", "Ключи тем этих блоков, через «; »"));

  private static final String BETWEEN = "; ";

  private Dimensions() {}

  static List<TableRow> rows(Region region, Taxonomy taxonomy, Period period) {
    List<TableRow> rows = new ArrayList<>(Calendar.rows(period));
    for (Taxonomy.Theme theme : taxonomy.themes()) {
      rows.add(theme(theme, region));
      for (Taxonomy.Category category : theme.categories()) {
        rows.add(
            CATEGORY
                .row()
                .set("category", category.id())
                .set("theme", theme.id())
                .set("name", category.name())
                .set("severity", category.severity())
                .build());
      }
    }
    region.municipalities().forEach(municipality -> rows.add(municipality(municipality)));
    region.bodies().forEach(body -> rows.add(body(body, region)));
    for (String none : List.of(UNKNOWN, UNLISTED)) {
      rows.add(THEME.row().set("theme", none).set("name", none).set("body", UNKNOWN).build());
      rows.add(CATEGORY.row().set("category", none).set("theme", none).set("name", none).build());
      rows.add(MUNICIPALITY.row().set("municipality", none).set("official_name", none).build());
    }
    rows.add(BODY.row().set("body", UNKNOWN).set("name", UNKNOWN).build());
    return rows;
  }

  /** The first block of the file leads, the others assist. */
  private static TableRow theme(Taxonomy.Theme theme, Region region) {
    List<Region.Block> blocks =
        region.blocks().stream().filter(block -> block.themes().contains(theme.id())).toList();
    Optional<Region.Block> leading = blocks.stream().findFirst();
    return THEME
        .row()
        .set("theme", theme.id())
        .set("name", theme.name())
        .set("covers", theme.covers())
        .set("block", leading.map(Region.Block::title).orElse(null))
        .set("block_lead", leading.map(Region.Block::lead).orElse(null))
        .set("body", leading.flatMap(block -> block.bodies().stream().findFirst()).orElse(UNKNOWN))
        .set("assisting_blocks", joined(blocks.stream().skip(1).map(Region.Block::title).toList()))
        .build();
  }

  private static TableRow municipality(Region.Municipality municipality) {
    return MUNICIPALITY
        .row()
        .set("municipality", municipality.name())
        .set("official_name", municipality.officialName())
        .set("seat", municipality.seat())
        .set("population", municipality.population())
        .set("latitude", municipality.centroid().lat())
        .set("longitude", municipality.centroid().lon())
        .build();
  }

  private static TableRow body(Region.Body body, Region region) {
    List<Region.Block> blocks =
        region.blocks().stream().filter(block -> block.bodies().contains(body.id())).toList();
    return BODY.row()
        .set("body", body.id())
        .set("name", body.name())
        .set("blocks", joined(blocks.stream().map(Region.Block::title).toList()))
        .set(
            "themes",
            joined(blocks.stream().flatMap(block -> block.themes().stream()).distinct().toList()))
        .build();
  }

  private static @Nullable String joined(List<String> names) {
    return names.isEmpty() ? null : String.join(BETWEEN, names);
  }
}
