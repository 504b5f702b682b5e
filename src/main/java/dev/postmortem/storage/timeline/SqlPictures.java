package dev.postmortem.storage.timeline;

import dev.postmortem.storage.column.Keys;
import dev.postmortem.timeline.ImageType;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.PictureCopy;
import dev.postmortem.timeline.Pictures;
import dev.postmortem.timeline.SharedPicture;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The copies of pictures in tables, their bytes in pieces. */
public final class SqlPictures implements Pictures {
  /** H2 refuses more than 1,048,576 bytes in one column. */
  private static final int PIECE = 512 * 1024;

  private static final String OF_FILE = " where team = :team and file = :file ";

  /** The raw JSON is written by one writer, without blanks, so these letters begin the files. */
  private static final String UNSEEN =
      """
      select team, channel, ts from entry e
      where incident = :incident and deleted_at is null
        and raw like '%"files":[{%'
        and not exists (select 1 from picture_shown s where s.incident = e.incident
          and s.team = e.team and s.channel = e.channel and s.ts = e.ts)
      order by said
      """;

  private final Handle handle;

  public SqlPictures(Handle handle) {
    this.handle = handle;
  }

  /** The message is held until the transaction ends, so that nobody takes it back meanwhile. */
  @Override
  public void look(MessageKey key, Function<Message, List<SharedPicture>> reader, Instant now) {
    String sql =
        "select * from entry where team = :team and channel = :channel and ts = :ts"
            + " and deleted_at is null for update";
    Map<Long, Message> entries = new HashMap<>();
    Keys.bind(handle.createQuery(sql), key)
        .map((row, context) -> Map.entry(row.getLong("incident"), Entries.message(row)))
        .forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
    entries.forEach((incident, message) -> show(incident, key, reader.apply(message), now));
  }

  private void show(long incident, MessageKey key, List<SharedPicture> pictures, Instant now) {
    List<String> shown = pictures.stream().map(SharedPicture::file).toList();
    List<String> before = shown(incident, key);
    pictures.stream()
        .filter(picture -> !before.contains(picture.file()))
        .forEach(picture -> add(incident, key, picture, now));
    before.stream()
        .filter(file -> !shown.contains(file))
        .forEach(file -> hide(incident, key, file));
  }

  private List<String> shown(long incident, MessageKey key) {
    return Keys.bind(
            handle.createQuery("select file from picture_shown" + Keys.WHERE), incident, key)
        .mapTo(String.class)
        .list();
  }

  private void add(long incident, MessageKey key, SharedPicture picture, Instant now) {
    handle
        .createUpdate(
            """
            insert into picture (team, file, name, mime, url, declared, reason, attempts, due)
            values (:team, :file, :name, :mime, :url, :declared, '', 0, :due)
            on conflict do nothing
            """)
        .bind("team", picture.team())
        .bind("file", picture.file())
        .bind("name", picture.name())
        .bind("mime", picture.mime())
        .bind("url", picture.url())
        .bind("declared", picture.size())
        .bind("due", now)
        .execute();
    String shown =
        """
        insert into picture_shown (incident, team, channel, ts, file)
        values (:incident, :team, :channel, :ts, :file) on conflict do nothing
        """;
    Keys.bind(handle.createUpdate(shown), incident, key).bind("file", picture.file()).execute();
  }

  private void hide(long incident, MessageKey key, String file) {
    Keys.bind(
            handle.createUpdate("delete from picture_shown" + Keys.WHERE + "and file = :file"),
            incident,
            key)
        .bind("file", file)
        .execute();
    String unseen =
        "delete from picture"
            + OF_FILE
            + "and not exists (select 1 from picture_shown s"
            + " where s.team = picture.team and s.file = picture.file)";
    file(handle.createUpdate(unseen), key.team(), file).execute();
  }

  /** The message is kept no longer. */
  public void forget(long incident, MessageKey key) {
    shown(incident, key).forEach(file -> hide(incident, key, file));
  }

  @Override
  public List<MessageKey> unseen(long incident) {
    return handle
        .createQuery(UNSEEN)
        .bind("incident", incident)
        .map((row, context) -> Keys.key(row))
        .list();
  }

  @Override
  public Optional<Wanted> due(Instant now) {
    return handle
        .createQuery(
            "select * from picture where due <= :now order by due, team, file"
                + " fetch first 1 rows only")
        .bind("now", now)
        .map((row, context) -> new Wanted(picture(row), row.getInt("attempts")))
        .findOne();
  }

  private static SharedPicture picture(ResultSet row) throws SQLException {
    return new SharedPicture(
        row.getString("team"),
        row.getString("file"),
        row.getString("name"),
        row.getString("mime"),
        row.getString("url"),
        row.getLong("declared"));
  }

  @Override
  public long shownIn(SharedPicture picture) {
    return handle
        .createQuery(
            "select coalesce(min(incident), 0) from picture_shown where team = :team and file = :file")
        .bind("team", picture.team())
        .bind("file", picture.file())
        .mapTo(Long.class)
        .one();
  }

  @Override
  public Optional<Instant> nextDue() {
    return handle.createQuery("select min(due) from picture").mapTo(Instant.class).findOne();
  }

  @Override
  public void keep(SharedPicture picture, PictureCopy copy) {
    String update =
        "update picture set kind = :kind, size = :size, sha256 = :sha256, fetched = :fetched,"
            + " reason = '', due = null";
    int known =
        file(handle.createUpdate(update + OF_FILE), picture.team(), picture.file())
            .bind("kind", copy.type().word())
            .bind("size", copy.bytes().length)
            .bind("sha256", copy.sha256())
            .bind("fetched", copy.fetched())
            .execute();
    if (known == 1) {
      file(
              handle.createUpdate("delete from picture_piece" + OF_FILE),
              picture.team(),
              picture.file())
          .execute();
      cut(picture, copy.bytes());
    }
  }

  private void cut(SharedPicture picture, byte[] bytes) {
    for (int from = 0; from < bytes.length; from += PIECE) {
      handle.execute(
          "insert into picture_piece (team, file, position, bytes) values (?, ?, ?, ?)",
          picture.team(),
          picture.file(),
          from / PIECE,
          Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE)));
    }
  }

  @Override
  public void miss(SharedPicture picture, String reason, @Nullable Instant again) {
    String update =
        "update picture set attempts = attempts + 1, reason = :reason, due = :again" + OF_FILE;
    file(handle.createUpdate(update), picture.team(), picture.file())
        .bind("reason", reason)
        .bindByType("again", again, Instant.class)
        .execute();
  }

  private static Update file(Update update, String team, String file) {
    return update.bind("team", team).bind("file", file);
  }

  @Override
  public Map<String, Kept> copies(long incident) {
    Map<String, Kept> copies = new HashMap<>();
    handle
        .createQuery(
            """
            select p.file, p.kind, p.size from picture p
            where p.fetched is not null and exists (select 1 from picture_shown s
              where s.incident = :incident and s.team = p.team and s.file = p.file)
            """)
        .bind("incident", incident)
        .map((row, context) -> Map.entry(row.getString("file"), kept(row)))
        .forEach(copy -> copies.put(copy.getKey(), copy.getValue()));
    return copies;
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(ImageType.named(row.getString("kind")).orElseThrow(), row.getInt("size"));
  }

  @Override
  public Optional<byte[]> bytes(String team, String file) {
    Optional<String> sum =
        handle
            .createQuery("select sha256 from picture" + OF_FILE + "and fetched is not null")
            .bind("team", team)
            .bind("file", file)
            .mapTo(String.class)
            .findOne();
    return sum.map(expected -> joined(team, file))
        .filter(bytes -> PictureCopy.sha256(bytes).equals(sum.get()));
  }

  private byte[] joined(String team, String file) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    handle
        .createQuery("select bytes from picture_piece" + OF_FILE + "order by position")
        .bind("team", team)
        .bind("file", file)
        .map((row, context) -> row.getBytes("bytes"))
        .forEach(all::writeBytes);
    return all.toByteArray();
  }
}
