package dev.postmortem.program;

import dev.postmortem.storage.Database;
import dev.postmortem.storage.Site;
import java.util.Map;

/** Which database a command is about, and who asks there. */
final class Sites {
  private Sites() {}

  /** The one of the settings. */
  static Site ofSettings(Map<String, String> environment) {
    return new Site(
        text(environment, "PM_DATABASE_URL", Database.DEFAULT_URL),
        text(environment, "PM_DATABASE_USER", ""),
        text(environment, "PM_DATABASE_PASSWORD", ""));
  }

  /**
   * One of two that were named. Its user is named in the environment; or it is that of the
   * settings, which belongs to the one that the settings name, or else to a server, as an H2 file
   * seldom has users.
   *
   * @param side FROM or TO
   */
  static Site of(Map<String, String> environment, String side, String url, String otherUrl) {
    Site settings = ofSettings(environment);
    boolean isNamed =
        !text(environment, "PM_DATABASE_URL", "").isEmpty()
            && (isSame(settings.url(), url) || isSame(settings.url(), otherUrl));
    boolean isTheirs = isNamed ? isSame(settings.url(), url) : isServer(url);
    return new Site(
        url,
        text(environment, "PM_" + side + "_USER", isTheirs ? settings.user() : ""),
        text(environment, "PM_" + side + "_PASSWORD", isTheirs ? settings.password() : ""));
  }

  private static boolean isSame(String url, String other) {
    return Database.shown(url).equals(Database.shown(other));
  }

  private static boolean isServer(String url) {
    return url.startsWith("jdbc:postgresql:");
  }

  private static String text(Map<String, String> environment, String name, String standard) {
    String value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? standard : value;
  }
}
