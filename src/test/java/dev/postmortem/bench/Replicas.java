package dev.postmortem.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * One bot and three that share a database, beside a bare Bolt. Every message may come to any of the
 * three. On a machine where one takes all processors, three can only show what sharing costs.
 */
final class Replicas {
  private static final int MANY = 3;
  private final Plan plan;

  Replicas(Plan plan) {
    this.plan = plan.only("closed");
  }

  void run(Path directory) throws Exception {
    System.out.println("Replicas on PostgreSQL");
    try (Server server = new Server()) {
      Contender.Kept alone = Contender.server(server.database("alone"));
      Contender.Kept shared = Contender.server(server.database("shared"));
      List<Contender> contenders =
          List.of(
              Contender.bareBolt(),
              Contender.bot("Postmortem, one", alone),
              Contender.bots("Postmortem, three", shared, MANY));
      new SideBySide(plan).run(contenders, directory);
    }
  }
}
