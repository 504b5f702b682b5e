package dev.postmortem.storage;

import dev.postmortem.storage.privacy.SqlForgotten;
import dev.postmortem.timeline.People;
import dev.postmortem.timeline.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The people of the workspace in a table. */
final class SqlPeople implements People {
  private final Handle handle;

  SqlPeople(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<Person> find(String id) {
    return handle
        .createQuery("select id, name, role, zone, bot from person where id = :id")
        .bind("id", id)
        .map((row, context) -> person(row))
        .findOne();
  }

  @Override
  public void save(Person person) {
    if (new SqlForgotten(handle).find(person.id()).isPresent()) {
      return; // Slack goes on telling who it is
    }
    int known =
        write(
            "update person set name = :name, role = :role, zone = :zone, bot = :bot where id = :id",
            person);
    if (known == 0) {
      write(
          """
          insert into person (id, name, role, zone, bot) values (:id, :name, :role, :zone, :bot)
          on conflict do nothing
          """,
          person);
    }
  }

  private int write(String sql, Person person) {
    return handle
        .createUpdate(sql)
        .bind("id", person.id())
        .bind("name", person.name())
        .bind("role", person.role())
        .bind("zone", id(person.zone()))
        .bind("bot", person.bot())
        .execute();
  }

  private static @Nullable String id(@Nullable ZoneId zone) {
    return zone == null ? null : zone.getId();
  }

  private static Person person(ResultSet row) throws SQLException {
    String zone = row.getString("zone");
    return new Person(
        row.getString("id"),
        row.getString("name"),
        row.getString("role"),
        zone == null ? null : ZoneId.of(zone),
        row.getBoolean("bot"));
  }
}
