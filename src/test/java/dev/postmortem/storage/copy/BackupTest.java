package dev.postmortem.storage.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postmortem.storage.Database;
import dev.postmortem.storage.DatabaseRefused;
import dev.postmortem.storage.Examples;
import dev.postmortem.storage.Site;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything goes into a file, and out of it into another database. */
class BackupTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00.5Z");
  private static final TimeZone OURS = TimeZone.getDefault();
  private static byte[] filled;
  @TempDir Path directory;

  @BeforeAll
  static void elsewhere() {
    TimeZone.setDefault(TimeZone.getTimeZone("America/Sao_Paulo"));
  }

  @AfterAll
  static void home() {
    TimeZone.setDefault(OURS);
  }

  @ParameterizedTest
  @CsvSource({"H2, POSTGRES", "POSTGRES, H2", "H2, H2", "POSTGRES, POSTGRES"})
  void everything_comes_back_as_it_was(Sides one, Sides other) throws Exception {
    Site from = one.empty(directory);
    Site to = other.empty(directory);
    Map<String, List<List<Object>>> kept = Sides.fill(from);

    Header made = backup(from);
    Header restored = restore(to);

    assertThat(restored).isEqualTo(made);
    assertThat(made.made()).isEqualTo(NOW);
    assertThat(made.program()).isEqualTo("1.2.3");
    assertThat(made.all()).isEqualTo((long) Hostile.ROWS * kept.size());
    assertThat(Sides.all(to)).isEqualTo(kept);
    try (Database database = Sides.open(to)) {
      assertThat(database.store().write(r -> r.drafts().add(Examples.draft("C9"))).id())
          .isEqualTo((Hostile.ROWS - 1) * 3L + 2);
    }
  }

  @Test
  void what_was_still_to_be_sent_is_asked_for_first_as_the_bot_may_have_sent_it_since()
      throws Exception {
    Site from = Sides.H2.empty(directory);
    Site to = Sides.POSTGRES.empty(directory);
    Sides.open(from).close();
    Sides.letter(from, "a", "TAKEN");
    Sides.letter(from, "b", "WAITING");
    Sides.letter(from, "c", "SENT");
    backup(from);

    restore(to);

    assertThat(Sides.letters(to))
        .isEqualTo("a WAITING in doubt; b WAITING in doubt, taken; c SENT as it was, taken; ");
  }

  @Test
  void it_is_compressed_lines_of_json_whose_first_says_what_it_is() throws Exception {
    Site from = Sides.H2.empty(directory);
    Sides.fill(from);
    backup(from);
    List<String> lines =
        new String(
                new GZIPInputStream(Files.newInputStream(file())).readAllBytes(),
                StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(lines.get(0))
        .startsWith("{\"what\":\"postmortem backup\",\"format\":1,\"schema\":\"")
        .contains("\"made\":\"2026-11-23T04:00:00.500Z\",\"program\":\"1.2.3\"")
        .contains("\"incident\":" + Hostile.ROWS);
    assertThat(lines.get(lines.size() - 1)).startsWith("{\"end\":{\"");
  }

  @Test
  void a_file_that_was_cut_off_anywhere_is_refused_before_anything_is_changed() throws Exception {
    byte[] whole = filledBackup();
    Site to = Sides.H2.empty(directory);
    for (int length : List.of(0, 1, 9, 10, 11, 200, whole.length / 2, whole.length - 1)) {
      Files.write(file(), java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> restore(to))
          .as("%s bytes", length)
          .isInstanceOf(NotCopied.class)
          .hasMessageMatching("(?s).*(is damaged, or was cut off|is no backup).*");
    }
    Files.write(file(), whole);
    restore(to);
  }

  @Test
  void a_file_in_which_any_byte_is_another_is_refused() throws Exception {
    byte[] whole = filledBackup();
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 30; i++) {
      byte[] damaged = whole.clone();
      int at = 10 + random.nextInt(whole.length - 10); // the ten before are gzip's own head
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file(), damaged);
      assertThatThrownBy(() -> Restore.check(file(), Progress.UNHEARD))
          .as("seed %s, byte %s", seed, at)
          .isInstanceOf(NotCopied.class);
    }
  }

  @Test
  void a_file_from_which_somebody_took_a_row_is_refused() throws Exception {
    filledBackup();
    String text = unpacked();
    int row = text.indexOf("\n[", text.indexOf("\"table\":\"letter\""));
    pack(text.substring(0, row) + text.substring(text.indexOf('\n', row + 1)));

    assertThatThrownBy(() -> Restore.check(file(), Progress.UNHEARD))
        .hasMessageContaining("is damaged, or was cut off");
  }

  @Test
  void what_is_no_backup_is_refused_in_a_sentence() throws Exception {
    assertThatThrownBy(() -> restore(Sides.H2.empty(directory)))
        .hasMessage("There is no file " + file() + ".");
    Files.writeString(file(), "something else");
    assertThatThrownBy(() -> restore(Sides.H2.empty(directory)))
        .hasMessageContaining("is no backup of this program");
    pack("{\"what\":\"groceries\"}");
    assertThatThrownBy(() -> restore(Sides.H2.empty(directory)))
        .hasMessage(file() + " is no backup of this program.");
  }

  @Test
  void a_backup_of_a_newer_program_is_refused() throws Exception {
    filledBackup();
    pack(unpacked().replaceFirst("\"schema\":\"\\d+\"", "\"schema\":\"999\""));
    assertThatThrownBy(() -> restore(Sides.H2.empty(directory)))
        .hasMessageContaining("was made by a newer version of this program (1.2.3)");
    pack(unpacked().replaceFirst("\"format\":1", "\"format\":2"));
    assertThatThrownBy(() -> restore(Sides.H2.empty(directory)))
        .hasMessageContaining("was made by a newer version of this program; restore it with that");
  }

  @Test
  void a_backup_of_older_tables_is_brought_up_to_date() throws Exception {
    Site from = Sides.H2.empty(directory);
    try (Database database = Database.toBeFilled(from)) {
      database.migrations().runTo(Backup.OLDEST);
    }
    Sides.order(from, "insert into person values ('U1', 'Anne', '', null, false)");
    assertThat(backup(from).schema()).isEqualTo(Backup.OLDEST);
    Site to = Sides.POSTGRES.empty(directory);

    restore(to);

    try (Database database = Database.asItIs(to)) {
      assertThat(database.migrations().version()).isEqualTo(database.migrations().newest());
    }
    assertThat(Sides.all(to).get("person").toString()).contains("Anne");
  }

  @ParameterizedTest
  @CsvSource({"H2", "POSTGRES"})
  void a_database_that_holds_anything_is_refused_and_left_alone(Sides side) throws Exception {
    filledBackup();
    Site to = side.empty(directory);
    Sides.open(to).close();
    Sides.order(to, "insert into person values ('U1', 'Anne', '', null, false)");
    assertThatThrownBy(() -> restore(to))
        .isInstanceOf(NotCopied.class)
        .hasMessageContaining("is not empty: person has 1 row. Give an empty one.");
    assertThat(Sides.all(to).get("person").toString()).contains("Anne");
    Sides.open(to).close();
  }

  @ParameterizedTest
  @CsvSource({"H2", "POSTGRES"})
  void one_that_was_broken_off_is_not_worked_with_and_is_begun_anew(Sides side) throws Exception {
    Site from = Sides.H2.empty(directory);
    Map<String, List<List<Object>>> kept = Sides.fill(from);
    backup(from);
    Site to = side.empty(directory);
    for (int rows : List.of(1, 400)) {
      assertThatThrownBy(
              () ->
                  restore(
                      to,
                      (table, done, all) -> {
                        if (done == rows) {
                          throw new IllegalStateException("broken off");
                        }
                      }))
          .hasMessage("broken off");
      assertThatThrownBy(() -> Sides.open(to))
          .isInstanceOf(DatabaseRefused.class)
          .hasMessageContaining("is not whole: restoring");
      assertThatThrownBy(() -> backupTo(to, OutputStream.nullOutputStream()))
          .hasMessageContaining("is not whole");
    }
    restore(to);

    assertThat(Sides.all(to)).isEqualTo(kept);
    Sides.open(to).close();
  }

  @Test
  void a_disk_that_is_full_is_the_callers_to_explain_and_the_database_goes_on() throws Exception {
    Site from = Sides.H2.empty(directory);
    Sides.fill(from);
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    try (Database database = Sides.open(from)) {
      assertThatThrownBy(() -> new Backup(database, Progress.UNHEARD).write(full, NOW, "1"))
          .isInstanceOf(IOException.class)
          .hasMessage("No space left on device");
      database.store().change(r -> r.directory().save("C1", "goes on"));
    }
  }

  /** Made once, because it takes a while. */
  private byte[] filledBackup() throws Exception {
    if (filled == null) {
      Site from = Sides.H2.empty(directory);
      Sides.fill(from);
      backup(from);
      filled = Files.readAllBytes(file());
    }
    Files.write(file(), filled);
    return filled.clone();
  }

  private String unpacked() throws IOException {
    byte[] packed = Files.readAllBytes(file());
    return new String(
        new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(),
        StandardCharsets.UTF_8);
  }

  private void pack(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    Files.write(file(), packed.toByteArray());
  }

  private Path file() {
    return directory.resolve("backup");
  }

  private Header backup(Site from) throws Exception {
    try (OutputStream out = Files.newOutputStream(file())) {
      return backupTo(from, out);
    }
  }

  private static Header backupTo(Site from, OutputStream out) throws Exception {
    try (Database database = Database.asItIs(from)) {
      return new Backup(database, Progress.UNHEARD).write(out, NOW, "1.2.3");
    }
  }

  private Header restore(Site to) throws Exception {
    return restore(to, Progress.UNHEARD);
  }

  private Header restore(Site to, Progress progress) throws Exception {
    Restore.check(file(), Progress.UNHEARD);
    try (Database database = Database.toBeFilled(to)) {
      return new Restore(file(), database, progress).run(NOW);
    }
  }
}
