package dev.postmortem.workflow;

import dev.postmortem.draft.Records;
import dev.postmortem.timeline.Names;
import dev.postmortem.timeline.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names that are kept; each is looked up once. */
public final class KnownNames implements Names {
  private final Records records;
  private final Map<String, Optional<String>> people = new HashMap<>();
  private final Map<String, Optional<String>> others = new HashMap<>();

  public KnownNames(Records records) {
    this.records = records;
  }

  @Override
  public Optional<String> user(String id) {
    return people.computeIfAbsent(id, key -> records.people().find(key).map(Person::name));
  }

  @Override
  public Optional<String> channel(String id) {
    return others.computeIfAbsent(id, key -> records.directory().name(key));
  }

  @Override
  public Optional<String> group(String id) {
    return others.computeIfAbsent(id, key -> records.directory().name(key));
  }
}
