package dev.postmortem.rehearsal.who;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.rehearsal.blocks.Refusal;
import dev.postmortem.rehearsal.text.Json;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The users of the team. */
public final class People {
  private final Map<String, Person> byId = new LinkedHashMap<>();

  /** Adds or replaces one. */
  public synchronized Person put(Person person) {
    byId.put(person.id(), person);
    return person;
  }

  /** Adds one from a user object of the Web API or an export. */
  public Person put(JsonNode user) {
    JsonNode profile = user.path("profile");
    String name = user.path("name").asText(user.path("id").asText());
    String realName =
        Json.text(user, "real_name").or(() -> Json.text(profile, "real_name")).orElse(name);
    String bot =
        user.path("is_bot").asBoolean()
            ? Json.text(profile, "bot_id").orElse("B" + user.path("id").asText().substring(1))
            : "";
    return put(
        new Person(
            user.path("id").asText(),
            name,
            realName,
            profile.path("display_name").asText(""),
            profile.path("title").asText(""),
            zone(user.path("tz").asText("")),
            bot,
            user.path("deleted").asBoolean()));
  }

  private static ZoneId zone(String name) {
    try {
      return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  /** The user of this id. */
  public synchronized Optional<Person> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The user of this id; refuses an unknown one as Slack does. */
  public Person get(String id) {
    return find(id).orElseThrow(() -> new Refusal("user_not_found"));
  }

  /** The user of this handle. */
  public Optional<Person> named(String handle) {
    return all().stream().filter(person -> person.name().equals(handle)).findFirst();
  }

  /** Every user, in the order of arrival. */
  public synchronized List<Person> all() {
    return List.copyOf(byId.values());
  }
}
