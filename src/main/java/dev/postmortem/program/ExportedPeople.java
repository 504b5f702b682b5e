package dev.postmortem.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.archive.Export;
import dev.postmortem.archive.Room;
import dev.postmortem.slack.outbound.PersonReader;
import dev.postmortem.timeline.Person;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everybody of whom an export tells. */
final class ExportedPeople {
  /** Stands for a workspace that no person says to be of. */
  private static final String SOME_TEAM = "T0EXPORTED";

  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<String, Integer> teams = new HashMap<>();

  private ExportedPeople() {}

  /** Those that it lists. */
  static ExportedPeople of(Export export) {
    ExportedPeople all = new ExportedPeople();
    export.people(all::add);
    return all;
  }

  private void add(JsonNode user) {
    PersonReader.user(user).ifPresent(person -> people.put(person.id(), person));
    PersonReader.bot(user).ifPresent(bot -> people.put(bot.id(), bot));
    String team = user.path("team_id").asText("");
    if (!team.isEmpty()) {
      teams.merge(team, 1, Integer::sum);
    }
  }

  /** Somebody who is not listed may say who they are. */
  void meet(JsonNode message) {
    PersonReader.author(message).ifPresent(it -> people.putIfAbsent(it.id(), it));
  }

  Collection<Person> all() {
    return people.values();
  }

  /** The workspace that most of them are of. */
  String team() {
    return teams.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(SOME_TEAM);
  }

  /** Where whoever speaks first in a channel is; UTC when nobody says. */
  ZoneId zoneIn(Export export, Room room) {
    First first = new First();
    export.read(room, first);
    return first.zone == null ? ZoneId.of("UTC") : first.zone;
  }

  private final class First implements Export.Reader {
    private @Nullable ZoneId zone;

    @Override
    public void day(int number, int of) {
      // it is read for one message only
    }

    @Override
    public boolean message(JsonNode message, Export.Place place) {
      Person speaker = people.get(message.path("user").asText(""));
      if (speaker != null && !speaker.bot()) {
        zone = speaker.zone();
      }
      return zone == null;
    }
  }
}
