package dev.postmortem.web.library;

import dev.postmortem.document.Moments;
import dev.postmortem.draft.State;
import dev.postmortem.draft.catalog.Card;
import dev.postmortem.draft.catalog.Query;
import dev.postmortem.web.door.Keyring;
import dev.postmortem.workflow.Pages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** The published post-mortems as an Atom feed (RFC 4287). It says no more than the list does. */
public final class Feed {
  private static final int SHOWN = 50;
  private final Writing writing;
  private final Keyring keys;

  Feed(Writing writing, Keyring keys) {
    this.writing = writing;
    this.keys = keys;
  }

  /** One of them. */
  public record Item(String id, String title, String link, String published, String summary) {}

  void show(Wish wish, Look look, HttpServletResponse response) throws IOException {
    Query asked = wish.query();
    Query published =
        new Query(
            asked.text(),
            asked.from(),
            asked.to(),
            asked.severity(),
            State.PUBLISHED,
            asked.person(),
            asked.tag());
    List<Item> items =
        look.ask((catalog, reader) -> catalog.find(reader, published, 0, SHOWN)).stream()
            .map(card -> item(card, look))
            .toList();
    Map<String, Object> words = new HashMap<>();
    words.put("id", id(look.welcome().visitor().team() + "/feed"));
    words.put("items", items);
    words.put("all", keys.address(Pages.ALL));
    words.put(
        "updated",
        items.stream().map(Item::published).max(String::compareTo).orElse("1970-01-01T00:00:00Z"));
    response.setContentType("application/atom+xml;charset=utf-8");
    writing.templates().write("feed.ftlx", words, response.getWriter());
  }

  private Item item(Card card, Look look) {
    String severity = card.severity().isEmpty() ? "" : card.severity() + ", ";
    return new Item(
        id(look.welcome().visitor().team() + "/" + card.name()),
        card.name() + " " + card.title(),
        keys.address(Pages.ALL + "/" + card.name()),
        seconds(card.published()),
        severity + "started " + Moments.withZone(card.started(), card.zone()));
  }

  /** All of the same length, so that they sort as they follow each other. */
  private static String seconds(@Nullable Instant at) {
    Instant known = at == null ? Instant.EPOCH : at;
    return Instant.ofEpochSecond(known.getEpochSecond()).toString();
  }

  private static String id(String name) {
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
