package dev.postmortem.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.document.Composer;
import dev.postmortem.document.Document;
import dev.postmortem.document.Permalinks;
import dev.postmortem.document.TextRenderer;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Headline;
import dev.postmortem.draft.Roles;
import dev.postmortem.draft.Template;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.slack.text.SlackWording;
import dev.postmortem.timeline.Amendment;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.Names;
import dev.postmortem.timeline.Person;
import dev.postmortem.workflow.publish.Form;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Composes documents from stored entries and writes each as Markdown, HTML, JSON and plain text. It
 * runs in a process of its own, whose heap is as small as a bot's.
 */
final class WholeDocuments {
  private static final int WARM_UP = 100_000;
  private static final int ROUNDS = 5;
  private static final Instant START = Instant.parse("2026-11-22T14:05:09Z");
  private static final SortedSet<String> KEY_POINT =
      Collections.unmodifiableSortedSet(new TreeSet<>(List.of("key")));

  private final Composer composer =
      new Composer(
          new SlackWording(),
          id -> new Person(id, "Joe Bloggs", "Support Staff", null, false),
          Names.NONE,
          Permalinks.at("https://acme.slack.com/"));
  private final List<Entry> entries;

  private WholeDocuments(int entries) {
    Chatter chatter = new Chatter(42);
    this.entries = new ArrayList<>(entries);
    for (int i = 0; i < entries; i++) {
      this.entries.add(entry(i, chatter));
    }
  }

  /** Takes the two sizes; prints for each round what an entry costs in each, in nanoseconds. */
  public static void main(String[] sizes) throws IOException {
    int few = Integer.parseInt(sizes[0]);
    int many = Integer.parseInt(sizes[1]);
    WholeDocuments documents = new WholeDocuments(many);
    documents.nanosAnEntry(few, WARM_UP / few);
    for (int i = 0; i < ROUNDS; i++) {
      long ofFew = documents.nanosAnEntry(few, many / few);
      System.out.println(ofFew + " " + documents.nanosAnEntry(many, 1));
    }
  }

  private static Entry entry(int i, Chatter chatter) {
    ObjectNode raw = Chatter.object().put("type", "message").put("user", chatter.author());
    chatter.speak(raw);
    Instant said = START.plusSeconds(i);
    MessageKey key = new MessageKey("T0BENCH", "C0BENCH01", said.getEpochSecond() + ".000100");
    String author = raw.path("user").asText();
    Message message =
        new Message(key, Kind.MESSAGE, author, "", raw.toString(), "", null, said, false);
    SortedSet<String> tags = i % 100 == 0 ? KEY_POINT : Collections.emptySortedSet();
    return new Entry(1, message, said, Amendment.NONE, tags);
  }

  private long nanosAnEntry(int size, int times) throws IOException {
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      write(document(entries.subList(0, size)));
    }
    return (System.nanoTime() - start) / ((long) size * times);
  }

  private Document document(List<Entry> of) {
    Headline headline = new Headline("Checkout", "SEV1", START, null, ZoneId.of("Europe/London"));
    WarRoom room = new WarRoom("T0BENCH", "C0BENCH01", "inc-1", false);
    Draft draft = Draft.opened(room, headline, new Roles("U0BENCH01", null, null), START);
    return composer.compose(Template.DEFAULT, new Composer.Material(draft, of, Map.of(), 0, null));
  }

  private static void write(Document document) throws IOException {
    for (Form form : Form.values()) {
      try (Writer to = nowhere()) {
        form.write(document, to);
      }
    }
    try (Writer to = nowhere()) {
      new TextRenderer().write(document, to);
    }
  }

  /** Encodes what is written, and keeps nothing of it. */
  private static Writer nowhere() {
    return new OutputStreamWriter(OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
  }
}
