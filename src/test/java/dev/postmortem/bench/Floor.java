package dev.postmortem.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What of the time to an answer is the machine's: the bot on each store beside a Bolt that does
 * nothing but force what it hears to the same disk, or insert it into the same server, each event
 * by itself. Nobody is durable with less than one such step; but whoever takes several events in
 * one, as the bot does, may be faster than these once many come.
 */
final class Floor {
  private final Plan plan;

  Floor(Plan plan) {
    this.plan = plan.only("open");
  }

  /** One store after the other: whoever waits long for its turn is slow when it comes. */
  void run(Path directory) throws Exception {
    System.out.println("Floor: what durable answers cost at least");
    String file = Files.createDirectories(directory).resolve("forced").toAbsolutePath().toString();
    beside(
        least("Bolt, forcing", ForcingBolt.class, file),
        Contender.h2(directory.resolve("h2")),
        directory.resolve("file"));
    try (Server server = new Server()) {
      String inserted = server.database("inserted");
      Contender.Kept kept = Contender.server(server.database("floor"));
      beside(
          least("Bolt, inserting", InsertingBolt.class, inserted),
          Contender.bot("Postmortem, PostgreSQL", kept),
          directory.resolve("server"));
    }
  }

  private void beside(Contender least, Contender bot, Path directory) throws Exception {
    new SideBySide(plan).run(List.of(Contender.bareBolt(), least, bot), directory);
  }

  private static Contender least(String name, Class<?> main, String where) {
    return new Contender(name, main, List.of(where), Optional.empty(), 1);
  }
}
