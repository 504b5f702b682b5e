package dev.postmortem.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.Main;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Workspace;
import dev.postmortem.storage.Postgres;
import dev.postmortem.storage.Site;
import dev.postmortem.storage.copy.Plenty;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups and moves by processes that are killed, have little memory, or find the bot at work. */
class CopiesTest {
  private static final int ENTRIES = Integer.getInteger("copies.entries", 10_000);
  private static final int PIECES = Integer.getInteger("copies.pieces", 40);
  @TempDir private Path data;

  @Test
  void a_move_that_is_killed_again_and_again_goes_on_and_ends_with_the_same_on_both_sides()
      throws Exception {
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);
    String from = h2("old");
    String to = Postgres.database();
    Plenty.fill(new Site(from, "", ""), ENTRIES, 5);
    int kills = 0;
    for (int i = 0; i < 3; i++) {
      Program move = Program.start("-Xmx256m", Map.of(), "move", "--from", from, "--to", to);
      kills += move.killAfter(900 + random.nextInt(900)) ? 1 : 0;
    }
    String said = Program.start("-Xmx256m", Map.of(), "move", "--from", from, "--to", to).ended();

    assertThat(kills).as("seed %s", seed).isPositive();
    assertThat(said)
        .as("seed %s", seed)
        .containsAnyOf("0\n", "was moved to")
        .doesNotContain("differs", "went wrong");
    assertThat(Plenty.tallies(new Site(to, "", "")))
        .as("seed %s", seed)
        .isEqualTo(Plenty.tallies(new Site(from, "", "")));
  }

  @Test
  void a_backup_takes_little_memory_however_much_there_is_and_so_does_restoring_it()
      throws Exception {
    String from = h2("much");
    Plenty.fill(new Site(from, "", ""), ENTRIES, PIECES);
    String file = data.resolve("backup").toString();
    String memory = System.getProperty("copies.memory", "-Xmx48m");

    assertThat(Program.start(memory, Map.of("PM_DATABASE_URL", from), "backup", file).ended())
        .startsWith("0\n0 post-mortems, " + (ENTRIES + PIECES + 1) + " rows");
    for (String to : new String[] {h2("new"), Postgres.database()}) {
      assertThat(Program.start(memory, Map.of("PM_DATABASE_URL", to), "restore", file).ended())
          .startsWith("0\n")
          .contains("100 % of " + (ENTRIES + PIECES + 1) + " rows restored");
      assertThat(Plenty.tallies(new Site(to, "", "")))
          .isEqualTo(Plenty.tallies(new Site(from, "", "")));
    }
  }

  @Test
  void
      a_bot_at_work_is_asked_to_back_up_to_export_and_to_forget_and_one_that_was_killed_is_not_needed()
          throws Exception {
    Workspace slack = Workspace.open(Workspace.plan().manifest(manifest()).build());
    Member joe = slack.member("joe", "Joe Bloggs", "Engineer", ZoneId.of("Europe/London"));
    slack.channel("postmortems", joe);
    Channel room = slack.channel("inc-1", joe).invite(slack.bot());
    try (slack;
        BotProcess bot = new BotProcess(slack, data)) {
      bot.start();
      slack.connect(bot.requestUrl());
      new Life(joe, room, "Checkout is down").start();
      Path door = data.resolve("postmortem.sock");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(door)))
          .isEqualTo("rw-------");

      assertThat(run("backup", file("one"))).startsWith("0\n1 post-mortem, ");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path("one"))))
          .isEqualTo("rw-------");
      assertThat(run("backup", file("one"))).startsWith("1\n").contains("is there already");
      assertThat(run("backup", "--force", file("one"))).startsWith("0\n");
      assertThat(run("backup", file("no/where"))).contains("its folder is not there");
      assertThat(run("export", "--all", "--format", "md", "--out", file("out"))).startsWith("0\n");
      assertThat(Files.readString(data.resolve("out/pm-1.md"))).contains("Checkout is down");
      assertThat(run("export", "PM-9", "--format", "md", "--out", file("out")))
          .isEqualTo("1\nThere is no post-mortem PM-9.\n");
      assertThat(run("forget", "nobody of that name", "--yes")).startsWith("1\nNobody is known as");
      assertThat(run("forget", joe.id(), "--yes"))
          .startsWith("0\n")
          .contains("former colleague (1)");
      assertThat(run("export", "PM-1", "--format", "md", "--out", file("out"))).startsWith("0\n");
      assertThat(Files.readString(data.resolve("out/pm-1.md"))).doesNotContain("Joe Bloggs");
      joe.in(room).says("it still works");

      bot.kill();
      assertThat(door).exists();
      assertThat(run("backup", file("two"))).startsWith("0\n1 post-mortem, ");
      bot.start();
      assertThat(run("backup", file("three"))).startsWith("0\n1 post-mortem, ");
    }
    assertThat(data.toFile().list())
        .contains("one", "two", "three")
        .noneMatch(name -> name.endsWith(".part") || name.startsWith(".pm"));
  }

  private static String manifest() throws IOException {
    return Files.readString(Path.of("manifest.yml"));
  }

  private String h2(String name) {
    return "jdbc:h2:file:" + data.resolve(name);
  }

  private String file(String name) {
    return path(name).toString();
  }

  private Path path(String name) {
    return data.resolve(name);
  }

  /** Runs a command beside the bot; gives its exit code and what it said. */
  private String run(String... words) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream heard = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      System.setOut(heard);
      System.setErr(heard);
      int code = Main.run(Map.of("PM_DATABASE_URL", h2("postmortem")), words);
      return code + "\n" + said.toString(StandardCharsets.UTF_8);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
