package org.otklik.jobs.export;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** An export in DuckDB, as a BI system would read it: a view for each table. */
public final class Duck implements AutoCloseable {
  private final Connection connection;

  private Duck(Connection connection) {
    this.connection = connection;
  }

  /** The Parquet files. */
  public static Duck parquet(Path export) throws SQLException {
    Duck duck = new Duck(DriverManager.getConnection("jdbc:duckdb:"));
    for (Table table : Tables.ALL) {
      String files =
          table.byDate()
              ? "%s/parquet/%s/*/*.parquet".formatted(export, table.name())
              : "%s/parquet/%s.parquet".formatted(export, table.name());
      duck.run(
          "CREATE VIEW %s AS SELECT * FROM read_parquet('%s', hive_partitioning = %s)"
              .formatted(name(table), files, table.byDate()));
    }
    return duck;
  }

  /** The CSV files. */
  public static Duck csv(Path export, char separator) throws SQLException {
    Duck duck = new Duck(DriverManager.getConnection("jdbc:duckdb:"));
    for (Table table : Tables.ALL) {
      duck.run(
          "CREATE VIEW %s AS SELECT * FROM read_csv('%s/csv/%s.csv', delim = '%s', header = true, all_varchar = true)"
              .formatted(name(table), export, table.name(), separator));
    }
    return duck;
  }

  /** The name of a table's view. */
  public static String name(Table table) {
    return "\"" + table.name() + "\"";
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The rows of an answer, each value as text. */
  public List<List<String>> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (answer.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
          row.add(answer.getString(column));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** The one value of an answer. */
  public String value(String sql) throws SQLException {
    return rows(sql).get(0).get(0);
  }

  /** How many rows a table has. */
  public long count(Table table) throws SQLException {
    return Long.parseLong(value("SELECT count(*) FROM " + name(table)));
  }

  /** The references that find no partner, as words; empty when every key resolves. */
  public List<String> unresolved() throws SQLException {
    List<String> unresolved = new ArrayList<>();
    for (Table table : Tables.ALL) {
      for (Column column : table.columns()) {
        if (column.references() != null) {
          rows("SELECT DISTINCT f.%1$s FROM %2$s f ANTI JOIN \"%3$s\" d ON f.%1$s = d.%3$s"
                  .formatted(column.name(), name(table), column.references()))
              .forEach(row -> unresolved.add(table.name() + "." + column.name() + " " + row));
        }
      }
    }
    return unresolved;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
