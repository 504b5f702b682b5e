package dev.postmortem.rehearsal;

/** A user group: its id (S…) and its handle without the at sign. */
public record UserGroup(String id, String handle) {
  /** The mention as an app writes it, {@code <!subteam^S…>}. */
  public String mention() {
    return "<!subteam^" + id + ">";
  }
}
