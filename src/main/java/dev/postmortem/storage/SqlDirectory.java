package dev.postmortem.storage;

import dev.postmortem.draft.Directory;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Names of channels, groups and workspaces in a table. */
final class SqlDirectory implements Directory {
  private final Handle handle;

  SqlDirectory(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<String> name(String id) {
    return handle
        .createQuery("select name from directory_name where id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
  }

  @Override
  public void save(String id, String name) {
    if (write("update directory_name set name = :name where id = :id", id, name) == 0) {
      write(
          "insert into directory_name (id, name) values (:id, :name) on conflict do nothing",
          id,
          name);
    }
  }

  private int write(String sql, String id, String name) {
    return handle.createUpdate(sql).bind("id", id).bind("name", name).execute();
  }
}
