package dev.postmortem.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What of the time to an answer is the machine's: the bot on each store beside a Bolt that does
 * nothing but force what it hears to the same disk, or insert it into the same server. Whoever
 * answers when it is durable is not faster than these, whatever else it does not do.
 */
final class Floor {
  private final Plan plan;

  Floor(Plan plan) {
    this.plan = plan.only("open");
  }

  void run(Path directory) throws Exception {
    System.out.println("Floor: what durable answers cost at least");
    try (Server server = new Server()) {
      String file =
          Files.createDirectories(directory).resolve("forced").toAbsolutePath().toString();
      String url = server.database("inserted");
      Contender.Kept kept = Contender.server(server.database("floor"));
      List<Contender> contenders =
          List.of(
              Contender.bareBolt(),
              new Contender("Bolt, forcing", ForcingBolt.class, List.of(file), Optional.empty(), 1),
              Contender.h2(directory.resolve("h2")),
              new Contender(
                  "Bolt, inserting", InsertingBolt.class, List.of(url), Optional.empty(), 1),
              Contender.bot("Postmortem, PostgreSQL", kept));
      new SideBySide(plan).run(contenders, directory);
    }
  }
}
