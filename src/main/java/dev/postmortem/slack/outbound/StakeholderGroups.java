package dev.postmortem.slack.outbound;

import dev.postmortem.draft.Directory;
import dev.postmortem.draft.Store;
import dev.postmortem.workflow.Rooms;
import dev.postmortem.workflow.meet.Stakeholders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stakeholders of the settings; who is in a user group is what Slack said last, to whichever
 * process asked.
 */
public final class StakeholderGroups implements Stakeholders {
  private final List<String> ids;
  private final Rooms rooms;
  private final Acquaintance acquaintance;
  private final Store store;

  /**
   * Who is in which group is kept in the store.
   *
   * @param ids of people and of user groups
   */
  public StakeholderGroups(List<String> ids, Rooms rooms, Acquaintance acquaintance, Store store) {
    this.ids = List.copyOf(ids);
    this.rooms = rooms;
    this.acquaintance = acquaintance;
    this.store = store;
  }

  /**
   * Asks Slack who is in the groups, and who they all are, so that no window has to wait for it.
   * Call it from an errand.
   */
  public void learn() {
    ids.stream()
        .filter(StakeholderGroups::isGroup)
        .forEach(id -> rooms.group(id).ifPresent(people -> keep(id, people)));
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
      people.addAll(isGroup(id) ? members(id).orElse(List.of()) : List.of(id));
    }
    return people.stream().distinct().toList();
  }

  @Override
  public List<String> unseen() {
    return ids.stream().filter(id -> isGroup(id) && members(id).isEmpty()).toList();
  }

  private void keep(String group, List<String> people) {
    String all = String.join(",", people);
    store.change(records -> records.directory().save(Directory.MEMBERS + group, all));
  }

  private Optional<List<String>> members(String group) {
    return store
        .read(records -> records.directory().name(Directory.MEMBERS + group))
        .map(all -> all.isEmpty() ? List.of() : List.of(all.split(",", -1)));
  }

  private static boolean isGroup(String id) {
    return id.startsWith("S");
  }
}
