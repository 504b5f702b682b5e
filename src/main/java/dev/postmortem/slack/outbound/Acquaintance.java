package dev.postmortem.slack.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.draft.Store;
import java.util.Collection;
import java.util.LinkedHashSet;
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

  private final SlackCalls calls;
  private final Store store;
  private final Errands errands;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  public Acquaintance(SlackCalls calls, Store store, Errands errands) {
    this.calls = calls;
    this.store = store;
    this.errands = errands;
  }

  /** Gets to know, soon, whoever and whatever a message names. */
  public void meetAllIn(String raw) {
    Set<String> ids = found(PEOPLE, raw);
    ids.addAll(found(CHANNELS, raw));
    ids.addAll(found(GROUPS, raw));
    ids.removeIf(asked::contains);
    if (!ids.isEmpty()) {
      errands.run("meet " + ids.size(), () -> meet(ids));
    }
  }

  private static Set<String> found(Pattern pattern, String raw) {
    Set<String> ids = new LinkedHashSet<>();
    Matcher matcher = pattern.matcher(raw);
    while (matcher.find() && ids.size() < 200) {
      ids.add(matcher.group(1));
    }
    return ids;
  }

  /** Gets to know these people now, as far as Slack answers. Call it from an errand. */
  public void meet(Collection<String> ids) {
    for (String id : ids) {
      if (!asked.contains(id)) {
        try {
          learn(id);
          asked.add(id);
        } catch (SlackFault fault) {
          LOG.info("nothing known of {}: {}", id, fault.getMessage());
          if (!fault.isPassing()) {
            asked.add(id);
          }
        }
      }
    }
  }

  /** Of whom nothing is known yet: the speaker, and those that the words mention. */
  public Set<String> strangersIn(String speaker, String raw) {
    Set<String> ids = found(PEOPLE, raw);
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
