package dev.postmortem.slack.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.timeline.Person;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads people from Slack's raw JSON (docs.slack.dev, "User object"). */
public final class PersonReader {
  private PersonReader() {}

  /** The person that a user object tells of; empty when it has no id. */
  public static Optional<Person> user(JsonNode user) {
    JsonNode profile = user.path("profile");
    String name =
        firstOf(
            profile.path("display_name"),
            profile.path("real_name"),
            user.path("real_name"),
            user.path("name"));
    return person(
        user.path("id").asText(""),
        name,
        profile.path("title").asText(""),
        zone(user.path("tz").asText("")),
        user.path("is_bot").asBoolean());
  }

  /** A bot under the id that stands in its messages, when the user object is of a bot. */
  public static Optional<Person> bot(JsonNode user) {
    String id = user.path("profile").path("bot_id").asText("");
    return user(user).flatMap(it -> person(id, it.name(), "", null, true));
  }

  /** Who a message says that it is from; empty when it says no more than the id. */
  public static Optional<Person> author(JsonNode message) {
    JsonNode profile = message.path("user_profile");
    String name =
        firstOf(profile.path("display_name"), profile.path("real_name"), profile.path("name"));
    return name.isEmpty()
        ? Optional.empty()
        : person(
            message.path("user").asText(""), name, profile.path("title").asText(""), null, false);
  }

  private static Optional<Person> person(
      String id, String name, String role, @Nullable ZoneId zone, boolean bot) {
    return id.isEmpty()
        ? Optional.empty()
        : Optional.of(new Person(id, name.isEmpty() ? id : name, role, zone, bot));
  }

  private static String firstOf(JsonNode... names) {
    return Stream.of(names)
        .map(name -> name.asText("").strip())
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static @Nullable ZoneId zone(String tz) {
    try {
      return tz.isEmpty() ? null : ZoneId.of(tz);
    } catch (DateTimeException unknown) {
      return null;
    }
  }
}
