package dev.postmortem.web.door;

import dev.postmortem.web.door.Entry.Away;
import dev.postmortem.web.door.Entry.Begun;
import dev.postmortem.web.door.Entry.Denied;
import dev.postmortem.web.door.Entry.Welcome;
import dev.postmortem.workflow.Memberships;
import java.time.Clock;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Lets people in, or not. That somebody was let in before counts for nothing. */
public final class Door {
  private final Keyring keys;
  private final Session session;
  private final Presence presence;

  public Door(Keyring keys, Memberships memberships, Clock clock) {
    this.keys = keys;
    this.session = new Session(keys);
    this.presence = new Presence(memberships, clock);
  }

  /** For a page. A link of somebody else does not replace the session that there is. */
  public Entry enter(HttpServletRequest request, String path, HttpServletResponse response) {
    Optional<Visitor> known = session.of(request);
    String pass = request.getParameter(Keyring.KEY);
    if (pass == null) {
      return known.map(this::now).orElseGet(Denied::new);
    }
    Optional<Visitor> linked = keys.byLink(pass, path);
    if (linked.isEmpty() || known.filter(other -> !other.equals(linked.get())).isPresent()) {
      return new Denied();
    }
    Entry entry = now(linked.get());
    if (!(entry instanceof Welcome)) {
      return entry;
    }
    session.begin(linked.get(), response);
    return new Begun();
  }

  /** For a feed, whose reader has no session: the pass comes with each request. */
  public Entry feed(HttpServletRequest request, String path) {
    String pass = request.getParameter(Keyring.KEY);
    Optional<Visitor> reader = pass == null ? Optional.empty() : keys.byFeed(pass, path);
    return reader.map(this::now).orElseGet(Denied::new);
  }

  /** Ends the session, if there is one. */
  public void leave(HttpServletResponse response) {
    session.end(response);
  }

  private Entry now(Visitor visitor) {
    Memberships.Standing standing = presence.of(visitor);
    if (standing instanceof Memberships.Member member) {
      return new Welcome(visitor, member.who(), member.privateRooms());
    }
    return standing instanceof Memberships.Unknown ? new Away() : new Denied();
  }
}
