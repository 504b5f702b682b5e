package dev.postmortem.rehearsal.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The canvases of the team, and whether it may have any. Guarded by the team's lock. */
public final class Canvases {
  private final Map<String, Canvas> byId = new LinkedHashMap<>();
  private final Team team;
  private boolean free;
  private boolean off;

  Canvases(Team team) {
    this.team = team;
  }

  /** A new canvas. */
  public Canvas make(String title, String markdown) {
    Canvas canvas = new Canvas(team.ids().next("F"), title, markdown);
    byId.put(canvas.id(), canvas);
    return canvas;
  }

  /** The canvas of this id. */
  public Optional<Canvas> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Every canvas, oldest first. */
  public List<Canvas> all() {
    return List.copyOf(byId.values());
  }

  /** Somebody deletes it. */
  public void forget(String id) {
    byId.remove(id);
  }

  /** The team pays nothing: it has canvases only as tabs of channels. */
  public void onFreePlan() {
    free = true;
  }

  /** An administrator switched canvases off. */
  public void switchOff() {
    off = true;
  }

  /** Whether the team pays nothing. */
  public boolean isFreeTeam() {
    return free;
  }

  /** Whether canvases are switched off. */
  public boolean areOff() {
    return off;
  }
}
