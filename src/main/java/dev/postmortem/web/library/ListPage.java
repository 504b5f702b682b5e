package dev.postmortem.web.library;

import dev.postmortem.document.Moments;
import dev.postmortem.draft.State;
import dev.postmortem.draft.catalog.Card;
import dev.postmortem.draft.catalog.Choices;
import dev.postmortem.web.door.Keyring;
import dev.postmortem.workflow.Pages;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.servlet.http.HttpServletResponse;

/** All post-mortems that somebody may see, newest first, and what to look for among them. */
public final class ListPage {
  private static final int SHOWN = 25;
  private final Writing writing;
  private final Keyring keys;

  ListPage(Writing writing, Keyring keys) {
    this.writing = writing;
    this.keys = keys;
  }

  /** A post-mortem in the list. */
  public record Row(
      String name,
      String title,
      String severity,
      String state,
      String room,
      boolean hidden,
      When started,
      String lasted,
      String owner,
      int openTasks) {}

  /** Something to choose in the form. */
  public record Option(String value, String words, boolean chosen) {}

  private record Found(int count, List<Card> cards, Choices choices) {}

  void show(Wish wish, Look look, HttpServletResponse response) throws IOException {
    int first = wish.page() * SHOWN;
    Found found =
        look.ask(
            (catalog, reader) ->
                new Found(
                    catalog.count(reader, wish.query()),
                    catalog.find(reader, wish.query(), first, SHOWN),
                    catalog.choices(reader)));
    Map<String, Object> words = new HashMap<>();
    words.put("wish", wish.words());
    words.put("faults", wish.faults());
    words.put("unfiltered", wish.isForAll());
    words.put("count", found.count());
    words.put("rows", found.cards().stream().map(card -> row(card, look)).toList());
    words.put("feed", keys.feed(look.welcome().visitor(), Pages.ALL + "/feed.atom"));
    choices(wish, look, found.choices(), words);
    if (wish.page() > 0) {
      words.put("newer", wish.turnedTo(wish.page() - 1));
    }
    if (first + SHOWN < found.count()) {
      words.put("older", wish.turnedTo(wish.page() + 1));
    }
    writing.page("list.ftlh", words, look, response);
  }

  private static Row row(Card card, Look look) {
    return new Row(
        card.name(),
        card.title(),
        card.severity(),
        card.state().word(),
        card.room().name(),
        card.room().isPrivate(),
        When.of(card.started(), look.zone(), card.zone()),
        card.resolved() == null
            ? ""
            : Moments.duration(Duration.between(card.started(), card.resolved())),
        look.name(card.owner()),
        card.openTasks());
  }

  private static void choices(Wish wish, Look look, Choices choices, Map<String, Object> words) {
    List<String> states = Arrays.stream(State.values()).map(State::word).toList();
    words.put("states", options(states, wish.word("state"), one -> one));
    words.put("severities", options(choices.severities(), wish.word("severity"), one -> one));
    words.put("persons", options(choices.persons(), wish.word("person"), look::name));
    words.put(
        "tags",
        options(
            choices.tags(), wish.word("tag"), tag -> look.desk().template().tagged(tag).title()));
  }

  private static List<Option> options(
      List<String> values, String chosen, UnaryOperator<String> words) {
    return values.stream()
        .map(value -> new Option(value, words.apply(value), value.equals(chosen)))
        .toList();
  }
}
