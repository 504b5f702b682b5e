package dev.postmortem.bench;

import dev.postmortem.Main;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server to be measured.
 *
 * @param name as the tables call it
 * @param main the class that serves
 * @param arguments of the program
 * @param database where it keeps what it hears; empty when it keeps nothing
 * @param processes how many of it share the work
 */
record Contender(
    String name, Class<?> main, List<String> arguments, Optional<Kept> database, int processes) {

  /** A database as the settings name it. */
  record Kept(String url, String user, String password) {
    Map<String, String> variables() {
      return Map.of(
          "PM_DATABASE_URL", url, "PM_DATABASE_USER", user, "PM_DATABASE_PASSWORD", password);
    }
  }

  /** Everything that is compared, the baseline first. A new store is one more line. */
  static List<Contender> sideBySide(Path directory, String postgres) {
    return List.of(bareBolt(), h2(directory), bot("Postmortem, PostgreSQL", server(postgres)));
  }

  static Contender bareBolt() {
    return new Contender("bare Bolt", BareBolt.class, List.of(), Optional.empty(), 1);
  }

  /** The bot with its data in a file. */
  static Contender h2(Path directory) {
    return bot("Postmortem, H2", file(directory));
  }

  /** A file in a directory. */
  static Kept file(Path directory) {
    return new Kept(h2Url(directory), "", "");
  }

  static Contender bot(String name, Kept database) {
    return bots(name, database, 1);
  }

  /** Several bots that share a database. */
  static Contender bots(String name, Kept database, int processes) {
    return new Contender(name, Main.class, List.of("serve"), Optional.of(database), processes);
  }

  /** A database of the benchmark's own server. */
  static Kept server(String url) {
    return new Kept(url, "postgres", "");
  }

  private static String h2Url(Path directory) {
    return "jdbc:h2:file:" + directory.resolve("postmortem").toAbsolutePath();
  }
}
