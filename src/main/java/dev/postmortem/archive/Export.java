package dev.postmortem.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * An export of a workspace, as a zip or a folder (slack.com/help, "How to read Slack data
 * exports"): lists of people and channels, and for each channel a folder with a file for each day.
 */
public final class Export implements AutoCloseable {
  private static final String PEOPLE = "users.json";

  private static final String CHANNELS = "channels.json";

  /** Lists of channels that only their members can read. */
  private static final List<String> PRIVATE = List.of("groups.json", "mpims.json", "dms.json");

  static final Set<String> INDEX =
      Set.of(PEOPLE, CHANNELS, PRIVATE.get(0), PRIVATE.get(1), PRIVATE.get(2));

  private final Archive archive;
  private final JsonList lists;
  private final Faults faults;

  private Export(Archive archive, Faults faults) {
    this.archive = archive;
    this.faults = faults;
    this.lists = new JsonList(archive, faults);
  }

  /**
   * Opens an export.
   *
   * @param faults takes what cannot be read
   * @throws Unusable when there is none
   */
  public static Export open(Path path, Faults faults) throws Unusable {
    return open(path, faults, Limits.USUAL);
  }

  static Export open(Path path, Faults faults, Limits limits) throws Unusable {
    Export export = new Export(Archive.open(path, faults, limits), faults);
    if (export.rooms().isEmpty()) {
      export.close();
      throw new Unusable(
          path
              + " is no export of Slack's: there is neither channels.json in it nor the folder of a"
              + " channel with its days.");
    }
    return export;
  }

  /** Takes each person, as Slack tells of them. */
  public void people(Consumer<JsonNode> taker) {
    list(PEOPLE, taker);
  }

  private void list(String file, Consumer<JsonNode> taker) {
    if (files("").contains(file)) {
      lists.read(
          "",
          file,
          (object, line) -> {
            taker.accept(object);
            return true;
          });
    }
  }

  /** Every channel that is listed or has a folder. */
  public List<Room> rooms() {
    List<Room> rooms = new ArrayList<>();
    Set<String> known = new HashSet<>();
    list(CHANNELS, channel -> add(room(channel, false), rooms, known));
    PRIVATE.forEach(file -> list(file, channel -> add(room(channel, true), rooms, known)));
    archive.folders().stream()
        .filter(folder -> !known.contains(folder) && !days(folder).isEmpty())
        .forEach(folder -> rooms.add(new Room(folder, folder, true, folder)));
    return rooms;
  }

  private void add(Room room, List<Room> rooms, Set<String> known) {
    if (!room.id().isEmpty() && known.add(room.id())) {
      rooms.add(room);
      known.add(room.folder());
    }
  }

  /** A direct message has no name; its folder bears its id. */
  private Room room(JsonNode channel, boolean closed) {
    String id = channel.path("id").asText("");
    String name = channel.path("name").asText("");
    String shown = name.isEmpty() ? id : name;
    return new Room(id, shown, closed, archive.folders().contains(shown) ? shown : id);
  }

  /**
   * The channel of this name or id.
   *
   * @throws Unusable when there is none, or nothing of it was exported
   */
  public Room room(String typed) throws Unusable {
    Room room = new Rooms(rooms()).named(typed);
    if (days(room.folder()).isEmpty()) {
      throw new Unusable(
          "This export lists #" + Faults.printable(room.name()) + ", but holds nothing of it.");
    }
    return room;
  }

  private List<String> days(String folder) {
    return archive.folders().contains(folder)
        ? files(folder).stream()
            .filter(file -> file.matches("\\d{4}-\\d\\d-\\d\\d.*\\.json"))
            .toList()
        : List.of();
  }

  private SortedSet<String> files(String folder) {
    try {
      return archive.files(folder);
    } catch (IOException unreadable) {
      faults.add(archive.shown(folder, ""), "cannot be read: " + unreadable.getMessage());
      return new TreeSet<>();
    }
  }

  /** Takes what is found in a channel, day by day. */
  public interface Reader {
    /** A day begins. */
    void day(int number, int of);

    /** A message as it stands there; false to read no more. */
    boolean message(JsonNode message, Place place);
  }

  /** Where something stands, for a person. */
  public record Place(String file, int line) {}

  /** Reads all that was said in a channel, oldest first. */
  public void read(Room room, Reader reader) {
    Threads threads = new Threads();
    List<String> days = days(room.folder());
    for (int i = 0; i < days.size(); i++) {
      String shown = archive.shown(room.folder(), days.get(i));
      reader.day(i, days.size());
      boolean more =
          lists.read(
              room.folder(),
              days.get(i),
              (json, line) -> reader.message(threads.told(json), new Place(shown, line)));
      if (!more) {
        return;
      }
    }
    reader.day(days.size(), days.size());
  }

  /** Reports a message that cannot be kept. */
  public void fault(Place place, String why) {
    faults.add(place.file(), place.line(), why);
  }

  @Override
  public void close() throws Unusable {
    try {
      archive.close();
    } catch (IOException unimportant) {
      throw new Unusable("The export cannot be closed: " + unimportant.getMessage());
    }
  }
}
