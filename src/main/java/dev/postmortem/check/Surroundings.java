package dev.postmortem.check;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Looks at what is neither a setting alone nor a server: how texts are read, and addresses. */
public final class Surroundings implements Examination {
  private final String command;
  private final String usualCommand;
  private final String baseUrl;
  private final boolean pages;
  private final Charset encoding;

  /**
   * What it looks at.
   *
   * @param usualCommand the slash command of the manifest
   * @param baseUrl the address of the pages, empty without one
   * @param pages whether there are pages at all
   */
  public Surroundings(String command, String usualCommand, String baseUrl, boolean pages) {
    this(command, usualCommand, baseUrl, pages, Charset.defaultCharset());
  }

  Surroundings(
      String command, String usualCommand, String baseUrl, boolean pages, Charset encoding) {
    this.command = command;
    this.usualCommand = usualCommand;
    this.baseUrl = baseUrl;
    this.pages = pages;
    this.encoding = encoding;
  }

  @Override
  public List<Finding> examine() {
    List<Finding> found = new ArrayList<>();
    if (!command.equals(usualCommand)) {
      found.add(
          Finding.note(
              "PM_COMMAND",
              "the app must have "
                  + command
                  + " in place of "
                  + usualCommand
                  + ": change it in manifest.yml, too"));
    }
    if (!baseUrl.isEmpty() && !pages) {
      found.add(Finding.note("PM_BASE_URL", "without PM_WEB_SECRET there are no pages"));
    } else if (pages && baseUrl.isEmpty()) {
      found.add(
          Finding.note("PM_WEB_SECRET", "without PM_BASE_URL nobody gets a link to the pages"));
    } else if (baseUrl.startsWith("http:")) {
      found.add(
          Finding.note("PM_BASE_URL", "it is not https: whoever listens can use the links, too"));
    }
    if (!encoding.equals(StandardCharsets.UTF_8)) {
      found.add(
          Finding.note(
              "encoding",
              "this Java reads texts as " + encoding + ": start it with -Dfile.encoding=UTF-8"));
    }
    return found;
  }
}
