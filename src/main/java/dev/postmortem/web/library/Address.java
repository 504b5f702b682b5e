package dev.postmortem.web.library;

import dev.postmortem.workflow.Pages;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a path stands for. A path is taken letter by letter, undecoded: there is one way to write
 * each, and every other is none.
 *
 * @param id of a post-mortem, 0 where none is meant
 */
record Address(What what, long id) {
  private static final Pattern DOCUMENT =
      Pattern.compile(Pattern.quote(Pages.ALL) + "/PM-([1-9]\\d{0,17})(\\.md|\\.json)?");

  private static final Map<String, What> PLACES =
      Map.of(
          Pages.ALL,
          What.ALL,
          Pages.TASKS,
          What.TASKS,
          Pages.ALL + "/insights",
          What.INSIGHTS,
          Pages.ALL + "/feed.atom",
          What.FEED,
          Pages.ALL + "/leave",
          What.LEAVE,
          Pages.ALL + "/assets/postmortem.css",
          What.DOCUMENT_STYLE,
          Pages.ALL + "/assets/icon.svg",
          What.ICON,
          Pages.ALL + "/assets/library.css",
          What.STYLE);

  /** What there is. */
  enum What {
    ALL,
    DOCUMENT,
    MARKDOWN,
    JSON,
    TASKS,
    INSIGHTS,
    FEED,
    LEAVE,
    STYLE,
    ICON,
    DOCUMENT_STYLE
  }

  /** What a path as it was sent stands for, if for anything. */
  static Optional<Address> of(String path) {
    Matcher document = DOCUMENT.matcher(path);
    if (!document.matches()) {
      return Optional.ofNullable(PLACES.get(path)).map(what -> new Address(what, 0));
    }
    String form = document.group(2);
    What what = form == null ? What.DOCUMENT : form.equals(".md") ? What.MARKDOWN : What.JSON;
    return Optional.of(new Address(what, Long.parseLong(document.group(1))));
  }
}
