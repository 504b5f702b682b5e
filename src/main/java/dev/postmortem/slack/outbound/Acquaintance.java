package dev.postmortem.slack.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.draft.Store;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets to know people: asks Slack once for each who appears, and keeps what it says. */
public final class Acquaintance {
  private static final Logger LOG = LoggerFactory.getLogger(Acquaintance.class);
  private static final Pattern PEOPLE = Pattern.compile("(?:<@|\")([UW][A-Z0-9]{5,})(?=[>|\"])");
  private static final Pattern CHANNELS = Pattern.compile("<#([CG][A-Z0-9]{5,})");
  private static final Pattern GROUPS = Pattern.compile("<!subteam\\^(S[A-Z0-9]{5,})");

  private static final int POSTPONED = 10_000;

  private final SlackCalls calls;
  private final Store store;
  private final Errands errands;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final Set<String> later = ConcurrentHashMap.newKeySet();

  public Acquaintance(SlackCalls calls, Store store, Errands errands) {
    this.calls = calls;
    this.store = store;
    this.errands = errands;
  }

  /** Gets to know, soon, whoever and whatever a message names. */
  public void meetAllIn(String raw) {
    Set<String> ids = named(raw);
    ids.removeIf(asked::contains);
    if (!ids.isEmpty() && !errands.run("meet " + ids.size(), () -> meet(ids))) {
      postpone(ids);
    }
  }

  /** Asks again after those whom Slack did not tell of, as it was busy or away. */
  public void meetTheRest() {
    Set<String> ids = Set.copyOf(later);
    if (!ids.isEmpty()) {
      errands.run("meet " + ids.size() + " again", () -> meet(ids));
    }
  }

  private void postpone(Collection<String> ids) {
    if (later.size() < POSTPONED) {
      later.addAll(ids);
    }
  }

  /** Asked for every message: the patterns are only tried where their first sign stands. */
  private static Set<String> named(String raw) {
    Set<String> ids = people(raw);
    if (raw.contains("<#")) {
      ids.addAll(found(CHANNELS, raw));
    }
    if (raw.contains("<!subteam")) {
      ids.addAll(found(GROUPS, raw));
    }
    return ids;
  }

  /** What {@code PEOPLE} finds, by looking at the letters before it tries the pattern. */
  private static Set<String> people(String raw) {
    Set<String> ids = new LinkedHashSet<>();
    Matcher matcher = PEOPLE.matcher(raw);
    for (int at = 1; at < raw.length() && ids.size() < 200; at++) {
      char sign = raw.charAt(at);
      if (sign == 'U' || sign == 'W') {
        int from = raw.charAt(at - 1) == '@' ? at - 2 : at - 1;
        if (from >= 0 && matcher.region(from, raw.length()).lookingAt()) {
          ids.add(matcher.group(1));
        }
      }
    }
    return ids;
  }

  private static Set<String> found(Pattern pattern, String raw) {
    Set<String> ids = new LinkedHashSet<>();
    Matcher matcher = pattern.matcher(raw);
    while (matcher.find() && ids.size() < 200) {
      ids.add(matcher.group(1));
    }
    return ids;
  }

  /**
   * Gets to know these people now, as far as Slack answers. When Slack wants to be left alone, or
   * is away, the rest is asked after later. Call it from an errand.
   */
  public void meet(Collection<String> ids) {
    List<String> strangers = ids.stream().filter(id -> !asked.contains(id)).toList();
    for (int i = 0; i < strangers.size(); i++) {
      String id = strangers.get(i);
      try {
        learn(id);
      } catch (SlackFault fault) {
        LOG.info("nothing known of {}: {}", id, fault.getMessage());
        if (fault.isPassing()) {
          boolean mute = fault.pause() != null || fault.is("away");
          postpone(strangers.subList(i, mute ? strangers.size() : i + 1));
          if (mute) {
            return;
          }
          continue;
        }
      }
      asked.add(id);
      later.remove(id);
    }
  }

  /** Of whom nothing is known yet: the speaker, and those that the words mention. */
  public Set<String> strangersIn(String speaker, String raw) {
    Set<String> ids = people(raw);
    ids.add(speaker);
    ids.removeIf(id -> !isStranger(id));
    return ids;
  }

  /** Whether nothing is known of somebody yet. */
  public boolean isStranger(String user) {
    return !asked.contains(user) && store.read(records -> records.people().find(user)).isEmpty();
  }

  private void learn(String id) throws SlackFault {
    switch (id.charAt(0)) {
      case 'U', 'W' -> learnPerson(calls.call("users.info", Map.of("user", id)).path("user"));
      case 'S' -> learnGroup(id);
      default -> {
        String name =
            calls
                .call("conversations.info", Map.of("channel", id))
                .path("channel")
                .path("name")
                .asText("");
        keepName(id, name);
      }
    }
  }

  private void learnGroup(String id) throws SlackFault {
    for (JsonNode group : calls.call("usergroups.list", Map.of()).path("usergroups")) {
      keepName(group.path("id").asText(), group.path("handle").asText());
    }
    LOG.debug("looked for group {}", id);
  }

  private void keepName(String id, String name) {
    if (!name.isBlank()) {
      store.change(records -> records.directory().save(id, name));
    }
  }

  /** Keeps what Slack says of a person. */
  public void learnPerson(JsonNode user) {
    PersonReader.user(user)
        .ifPresent(person -> store.change(records -> records.people().save(person)));
  }
}
