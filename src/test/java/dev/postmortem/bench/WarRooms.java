package dev.postmortem.bench;

import dev.postmortem.bench.Contender.Kept;
import dev.postmortem.bench.SideBySide.Entrant;
import java.nio.file.Path;
import java.util.List;

/**
 * What a message costs where few war rooms are open and where many are, on either database. A rate
 * of 0.83 of the other is 1.2 times its cost.
 */
final class WarRooms {
  private static final int FEW = 10;
  private static final int MANY = 200;
  private final Plan plan;

  WarRooms(Plan plan) {
    this.plan = plan.only("closed");
  }

  void run(Path directory) throws Exception {
    Path few = directory.resolve("few");
    Path many = directory.resolve("many");
    compare("H2", Contender.file(few), Contender.file(many), directory.resolve("h2"));
    try (Server server = new Server()) {
      Kept first = Contender.server(server.database("few"));
      Kept second = Contender.server(server.database("many"));
      compare("PostgreSQL", first, second, directory.resolve("postgresql"));
    }
  }

  private void compare(String name, Kept few, Kept many, Path directory) throws Exception {
    System.out.println("War rooms on " + name);
    List<Entrant> entrants =
        List.of(
            new Entrant(Contender.bot(FEW + " war rooms", few), FEW),
            new Entrant(Contender.bot(MANY + " war rooms", many), MANY));
    new SideBySide(plan).compare(entrants, directory);
  }
}
