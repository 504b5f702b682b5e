package dev.postmortem.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.archive.Export;
import dev.postmortem.archive.Room;
import dev.postmortem.archive.Unusable;
import dev.postmortem.draft.Directory;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Headline;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.review.secret.Secrets;
import dev.postmortem.slack.inbound.Identity;
import dev.postmortem.slack.inbound.MessageReader;
import dev.postmortem.slack.inbound.PastMessages;
import dev.postmortem.slack.inbound.WorkspaceAddress;
import dev.postmortem.slack.text.Masking;
import dev.postmortem.slack.text.SlackWording;
import dev.postmortem.timeline.EmojiMap;
import dev.postmortem.timeline.SlackTime;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.capture.Happening;
import dev.postmortem.workflow.capture.WriteUpIncident;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings a channel of an export into the store, as if the bot had been there. */
final class Importing {
  private static final int PAGE = 500;
  private final Export export;
  private final Wish wish;
  private final ProgressBar bar;
  private final Room room;
  private final ExportedPeople people;
  private final ZoneId zone;
  private final Instant from;
  private final Instant to;

  /** Looks whether what is wanted is there. */
  Importing(Export export, Wish wish, ProgressBar bar) throws Unusable, EmptyRange {
    this.export = export;
    this.wish = wish;
    this.bar = bar;
    this.room = export.room(wish.channel());
    this.people = ExportedPeople.of(export);
    this.zone = wish.zone() == null ? people.zoneIn(export, room) : wish.zone();
    this.from = wish.from() == null ? Instant.EPOCH : wish.from().first(zone);
    this.to = wish.to() == null ? Instant.MAX : wish.to().last(zone);
    if (to.isBefore(from)) {
      throw new EmptyRange();
    }
  }

  /** What somebody wants to have imported. */
  record Wish(
      String channel,
      @Nullable TypedTime from,
      @Nullable TypedTime to,
      @Nullable String title,
      @Nullable ZoneId zone) {}

  /**
   * What came of it.
   *
   * @param told what was imported and what was not, line by line
   */
  record Imported(Draft draft, List<String> told) {}

  /** Nothing can lie between the two times. */
  static final class EmptyRange extends Exception {
    private static final long serialVersionUID = 1L;

    EmptyRange() {
      super("--from must be before --to.");
    }
  }

  /** Imports it. */
  Imported into(Desk desk) throws Exit.Fault {
    ImportTally tally = new ImportTally(room, zone, from, to);
    WriteUpIncident verb = new WriteUpIncident(desk);
    WarRoom place = new WarRoom(people.team(), room.id(), room.name(), room.isPrivate());
    Draft draft = verb.open(place, new Headline(title(), "", from, null, zone));
    Pages pages = new Pages(verb, place, tally, reader(desk.template().emoji()));
    export.read(room, pages);
    pages.end();
    bar.end();
    verb.know(people.all(), names(place, pages.address));
    tally.settle(desk.store().read(records -> records.timelines().of(draft.id())));
    Instant started = isTimed(wish.from()) ? from : tally.first();
    Instant resolved = isTimed(wish.to()) ? to : tally.last();
    return new Imported(verb.close(draft, started, resolved), tally.told());
  }

  private static PastMessages reader(EmojiMap emoji) {
    return new PastMessages(
        new MessageReader(Identity.NONE, new SlackWording(), new Masking(Secrets.known())), emoji);
  }

  /** A date alone says what to read, not when it began or was over. */
  private static boolean isTimed(@Nullable TypedTime typed) {
    return typed != null && typed.time() != null;
  }

  private String title() {
    String title = wish.title();
    return title == null || title.isBlank() ? room.name() : title.strip();
  }

  /** Links to messages need the channel's id and the workspace's address. */
  private Map<String, String> names(WarRoom place, String address) {
    Map<String, String> names = new HashMap<>();
    export.rooms().forEach(one -> names.put(one.id(), one.name()));
    if (!address.isEmpty() && place.channel().matches("[CDG][A-Z0-9]{2,}")) {
      names.put(Directory.ADDRESS + place.team(), address);
    }
    return names;
  }

  /** Keeps what is read, some hundred messages at a time. */
  private final class Pages implements Export.Reader {
    private final WriteUpIncident verb;
    private final WarRoom place;
    private final ImportTally tally;
    private final List<Happening> page = new ArrayList<>();
    private final PastMessages reader;
    private String address = "";

    Pages(WriteUpIncident verb, WarRoom place, ImportTally tally, PastMessages reader) {
      this.verb = verb;
      this.place = place;
      this.tally = tally;
      this.reader = reader;
    }

    @Override
    public void day(int number, int of) {
      bar.at(number, of);
    }

    @Override
    public boolean message(JsonNode message, Export.Place where) {
      String ts = message.path("ts").asText();
      if (!SlackTime.isTs(ts)) {
        tally.leftOut("without a time");
        export.fault(where, "a message without a timestamp cannot be placed");
      } else if (tally.isWithin(SlackTime.instant(ts))) {
        take(message);
      }
      return true;
    }

    private void take(JsonNode message) {
      people.meet(message);
      if (address.isEmpty()) {
        address = WorkspaceAddress.in(message, place.team()).orElse("");
      }
      List<Happening> told = reader.read(place.team(), place.channel(), message);
      tally.took(message, told);
      page.addAll(told);
      if (page.size() >= PAGE) {
        end();
      }
    }

    void end() {
      verb.keep(List.copyOf(page));
      page.clear();
    }
  }
}
