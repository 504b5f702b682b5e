package dev.postmortem.rehearsal.api;

import dev.postmortem.rehearsal.state.Kind;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** What the bot token may do. */
public final class Scopes {
  private final Set<String> granted = new LinkedHashSet<>();

  /** Exactly these to begin with. */
  public Scopes(Collection<String> granted) {
    this.granted.addAll(granted);
  }

  /** Gives one. */
  public synchronized void grant(String scope) {
    granted.add(scope);
  }

  /** Takes one. */
  public synchronized void withdraw(String scope) {
    granted.remove(scope);
  }

  synchronized boolean has(String scope) {
    return granted.contains(scope);
  }

  synchronized void need(String scope) {
    if (!granted.contains(scope)) {
      throw new MissingScope(scope, provided());
    }
  }

  /** The scope for this kind of conversation, such as {@code groups:history}. */
  void need(Kind kind, String right) {
    need(kind.family() + ":" + right);
  }

  synchronized String provided() {
    return String.join(",", granted);
  }

  /** A call without its scope. */
  static final class MissingScope extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String needed;
    private final String provided;

    MissingScope(String needed, String provided) {
      super("missing_scope " + needed, null, false, false);
      this.needed = needed;
      this.provided = provided;
    }

    String needed() {
      return needed;
    }

    String provided() {
      return provided;
    }
  }
}
