package dev.postmortem.slack.outbound;

import dev.postmortem.workflow.Rooms;
import dev.postmortem.workflow.meet.Stakeholders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The stakeholders of the settings; who is in a user group is what Slack said last. */
public final class StakeholderGroups implements Stakeholders {
  private final List<String> ids;
  private final Rooms rooms;
  private final Acquaintance acquaintance;
  private final Map<String, List<String>> groups = new ConcurrentHashMap<>();

  /**
   * Nobody is known yet in any group.
   *
   * @param ids of people and of user groups
   */
  public StakeholderGroups(List<String> ids, Rooms rooms, Acquaintance acquaintance) {
    this.ids = List.copyOf(ids);
    this.rooms = rooms;
    this.acquaintance = acquaintance;
  }

  /**
   * Asks Slack who is in the groups, and who they all are, so that no window has to wait for it.
   * Call it from an errand.
   */
  public void learn() {
    ids.stream()
        .filter(StakeholderGroups::isGroup)
        .forEach(id -> rooms.group(id).ifPresent(people -> groups.put(id, List.copyOf(people))));
    if (!ids.isEmpty()) {
      acquaintance.meet(people().stream().filter(acquaintance::isStranger).toList());
      acquaintance.meet(unseen());
    }
  }

  /** Whether who they are may change. */
  public boolean hasGroups() {
    return ids.stream().anyMatch(StakeholderGroups::isGroup);
  }

  @Override
  public List<String> people() {
    List<String> people = new ArrayList<>();
    for (String id : ids) {
      people.addAll(isGroup(id) ? groups.getOrDefault(id, List.of()) : List.of(id));
    }
    return people.stream().distinct().toList();
  }

  @Override
  public List<String> unseen() {
    return ids.stream().filter(id -> isGroup(id) && !groups.containsKey(id)).toList();
  }

  private static boolean isGroup(String id) {
    return id.startsWith("S");
  }
}
