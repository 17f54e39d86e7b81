package org.otklik.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What BI systems rely on. When this test has to be changed, raise the schema's version. */
class TablesTest {
  @Test
  void tablesAndColumnsOfVersionOneStay() {
    assertThat(Tables.SCHEMA_VERSION).isEqualTo(1);
    assertThat(
            Tables.ALL.stream()
                .map(
                    table ->
                        table.columns().stream()
                            .map(column -> column.name() + ":" + column.type().code())
                            .collect(Collectors.joining(" ", table.name() + "| ", ""))))
        .containsExactly(
            "messages| id:string region:string date:date hour:integer channel:string kind:string community_id:string"
                + " community:string theme:string category:string type:string urgency:integer municipality:string"
                + " settlement:string precision:string h3r7:string review:boolean review_state:string certain:boolean"
                + " model_theme:string corrected:boolean",
            "heat_daily| region:string date:date municipality:string theme:string messages:integer problems:integer"
                + " urgent:integer review:integer communities:integer per_thousand:double suppressed:boolean",
            "claims| id:string region:string kind:string claim_id:string claim:string refuted_on:date"
                + " first_seen:timestamp last_seen:timestamp posts:integer communities:integer after_refutation:integer"
                + " sudden:boolean suppressed:boolean",
            "alerts| id:string event_id:string region:string kind:string date:date hour:integer municipality:string"
                + " theme:string severity:integer rule:string recipient:string state:string attempts:integer"
                + " delivered_at:timestamp count:integer expected:double hours:double urgency:double posts:integer"
                + " communities:integer after_refutation:integer silent_hours:double usual_hours:double"
                + " suppressed:boolean",
            "theme| theme:string name:string covers:string block:string block_lead:string body:string"
                + " assisting_blocks:string",
            "category| category:string theme:string name:string severity:string",
            "municipality| municipality:string official_name:string seat:string population:integer latitude:double"
                + " longitude:double",
            "body| body:string name:string blocks:string themes:string",
            "date| date:date year:integer month:integer day:integer iso_year:integer iso_week:integer"
                + " weekday_number:integer weekday:string");
  }

  @Test
  void everyTableAndColumnIsExplained() {
    assertThat(Tables.ALL)
        .allSatisfy(
            table -> {
              assertThat(table.description()).isNotBlank();
              assertThat(table.columns())
                  .allSatisfy(column -> assertThat(column.description()).isNotBlank());
            });
  }

  @Test
  void referencesNameDimensions() {
    assertThat(Tables.ALL)
        .flatExtracting(Table::columns)
        .extracting(Column::references)
        .filteredOn(reference -> reference != null)
        .allSatisfy(reference -> assertThat(Tables.named(reference).isDimension()).isTrue());
  }
}
