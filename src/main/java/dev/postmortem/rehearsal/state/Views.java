package dev.postmortem.rehearsal.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.blocks.Refusal;
import dev.postmortem.rehearsal.text.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Modals and Home tabs on people's screens (pages "Modals" and "App Home"). Guarded by the team's
 * lock.
 */
public final class Views {
  private static final int DEEPEST = 3;
  private final Map<String, List<OpenView>> stacks = new HashMap<>();
  private final Map<String, OpenView> homes = new HashMap<>();
  private final Team team;
  private long hashes = 1;

  Views(Team team) {
    this.team = team;
  }

  /** Opens a modal; a modal that is open already is replaced. */
  public OpenView open(String userId, ObjectNode view) {
    refuseTakenExternalId(view, "");
    stacks.remove(userId);
    return put(userId, view, List.of());
  }

  /** Puts a modal on top of the open one. */
  public OpenView push(String userId, ObjectNode view) {
    List<OpenView> stack = stack(userId);
    if (stack.isEmpty()) {
      throw new Refusal("not_found");
    }
    if (stack.size() >= DEEPEST) {
      throw new Refusal("push_limit_reached");
    }
    refuseTakenExternalId(view, "");
    return put(userId, view, stack);
  }

  private OpenView put(String userId, ObjectNode view, List<OpenView> below) {
    String root = below.isEmpty() ? "" : below.get(0).id();
    String previous = below.isEmpty() ? "" : below.get(below.size() - 1).id();
    OpenView opened = new OpenView(team.ids().next("V"), userId, root, previous);
    show(opened, view);
    stacks.computeIfAbsent(userId, id -> new ArrayList<>()).add(opened);
    return opened;
  }

  /** Replaces an open view; with a hash only if it is still the one that was read. */
  public OpenView update(OpenView view, ObjectNode definition, Optional<String> hash) {
    if (hash.filter(read -> !read.equals(view.hash())).isPresent()) {
      throw new Refusal("hash_conflict");
    }
    refuseTakenExternalId(definition, view.id());
    show(view, definition);
    return view;
  }

  /** Publishes the Home tab of a person. */
  public OpenView publish(String userId, ObjectNode definition, Optional<String> hash) {
    OpenView home =
        homes.computeIfAbsent(userId, id -> new OpenView(team.ids().next("V"), id, "", ""));
    return update(home, definition, hash);
  }

  private void show(OpenView view, ObjectNode definition) {
    hashes++;
    ObjectNode complete = Json.copy(definition);
    complete.set("blocks", new Blocks(team.ids()).stored(definition.path("blocks")));
    view.show(
        complete,
        team.clock().instant().getEpochSecond() + "." + Long.toString(hashes * 15_485_863, 36));
  }

  private void refuseTakenExternalId(ObjectNode view, String own) {
    String wanted = view.path("external_id").asText("");
    if (!wanted.isEmpty()
        && all().anyMatch(open -> open.externalId().equals(wanted) && !open.id().equals(own))) {
      throw new Refusal("duplicate_external_id");
    }
  }

  private Stream<OpenView> all() {
    return Stream.concat(stacks.values().stream().flatMap(List::stream), homes.values().stream());
  }

  /** The open view of this id or external id. */
  public Optional<OpenView> find(String viewId, String externalId) {
    return all()
        .filter(
            view ->
                viewId.isEmpty() ? view.externalId().equals(externalId) : view.id().equals(viewId))
        .findFirst();
  }

  /** The modals of a person, the lowest first. */
  public List<OpenView> stack(String userId) {
    return List.copyOf(stacks.getOrDefault(userId, List.of()));
  }

  /** The Home tab of a person, if it was published. */
  public Optional<OpenView> home(String userId) {
    return Optional.ofNullable(homes.get(userId));
  }

  /** Takes one view from the screen. */
  public void close(OpenView view) {
    stacks.getOrDefault(view.userId(), new ArrayList<>()).remove(view);
  }

  /** Takes all modals from a person's screen. */
  public void clear(String userId) {
    stacks.remove(userId);
  }
}
