package dev.postmortem.storage.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.storage.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That no table is ever forgotten. */
class SchemaTest {
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void every_table_is_copied_but_those_that_are_named_here(Sides side) throws Exception {
    try (Database database = Sides.open(side.empty(directory));
        Connection connection = database.session();
        Statement statement = connection.createStatement()) {
      Set<String> there = new TreeSet<>();
      try (ResultSet row =
          statement.executeQuery(
              "select table_name from information_schema.tables where table_schema = 'public'")) {
        while (row.next()) {
          there.add(row.getString(1));
        }
      }
      assertThat(there).contains("incident", "entry", "qrtz_triggers", "flyway_schema_history");
      there.removeIf(name -> name.startsWith("qrtz_"));
      there.removeAll(Set.of("flyway_schema_history", "custody"));

      assertThat(Schema.of(connection).tables())
          .extracting(Table::name)
          .containsExactlyInAnyOrderElementsOf(there);
    }
  }

  @Test
  void both_databases_have_the_same_tables_in_an_order_in_which_none_refers_to_a_later_one()
      throws Exception {
    Schema h2 = schema(Sides.H2);
    assertThat(h2.tables()).isEqualTo(schema(Sides.POSTGRES).tables());
    Set<String> before = new HashSet<>();
    for (Table table : h2.tables()) {
      assertThat(before).as(table.name()).containsAll(table.parents());
      before.add(table.name());
    }
    assertThat(h2.named("answer").orElseThrow().parents()).containsExactly("question");
    assertThat(h2.named("incident").orElseThrow().counted()).contains("id");
  }

  @Test
  void a_table_is_emptied_after_those_whose_rows_refer_to_it() throws Exception {
    Schema schema = schema(Sides.H2);
    List<String> family =
        schema.withChildren(schema.named("question").orElseThrow()).stream()
            .map(Table::name)
            .toList();
    assertThat(family).containsExactly("answer", "question");
    assertThat(schema.withChildren(schema.named("incident").orElseThrow()))
        .extracting(Table::name)
        .endsWith("incident")
        .contains("answer", "remark", "attendee")
        .doesNotContain("entry", "letter");
  }

  private Schema schema(Sides side) throws Exception {
    try (Database database = Sides.open(side.empty(directory));
        Connection connection = database.session()) {
      return Schema.of(connection);
    }
  }
}
