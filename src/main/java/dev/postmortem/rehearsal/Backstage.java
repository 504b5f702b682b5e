package dev.postmortem.rehearsal;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.postmortem.rehearsal.gesture.Clicks;
import dev.postmortem.rehearsal.gesture.Commands;
import dev.postmortem.rehearsal.gesture.Finder;
import dev.postmortem.rehearsal.gesture.HomeTab;
import dev.postmortem.rehearsal.gesture.Replies;
import dev.postmortem.rehearsal.gesture.Shortcuts;
import dev.postmortem.rehearsal.gesture.Submissions;
import dev.postmortem.rehearsal.gesture.Target;
import dev.postmortem.rehearsal.state.Conversation;
import dev.postmortem.rehearsal.state.Inputs;
import dev.postmortem.rehearsal.state.Marks;
import dev.postmortem.rehearsal.state.Membership;
import dev.postmortem.rehearsal.state.Posting;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.text.ReadAloud;
import dev.postmortem.rehearsal.who.Person;
import dev.postmortem.rehearsal.wire.Manifest;
import dev.postmortem.rehearsal.wire.Reply;
import dev.postmortem.rehearsal.wire.Wire;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** What stands behind every person, channel and message of one workspace. */
final class Backstage {
  private static final Duration GLANCE = Duration.ofMillis(50);
  final Team team;
  final Wire wire;
  final Replies replies;
  final ReadAloud readable;
  final Posting posting;
  final Marks marks;
  final Membership membership;
  final Commands commands;
  final Clicks clicks;
  final Shortcuts shortcuts;
  final Submissions submissions;
  final HomeTab homeTab;
  private final Duration patience;

  Backstage(Team team, Wire wire, Manifest manifest, Duration patience) {
    this.team = team;
    this.wire = wire;
    this.patience = patience;
    replies = new Replies(team);
    readable = new ReadAloud(team);
    posting = new Posting(team);
    marks = new Marks(team);
    membership = new Membership(team);
    commands = new Commands(team, manifest, wire, replies);
    clicks = new Clicks(team, wire);
    shortcuts = new Shortcuts(team, manifest, wire);
    submissions = new Submissions(team, wire);
    homeTab = new HomeTab(team);
  }

  /** Does something under the team's lock. */
  void run(Runnable work) {
    team.locked(
        () -> {
          work.run();
          return team;
        });
  }

  /**
   * Waits for something to see: looks whenever the workspace changes, and at glances, as what is
   * waited for may be elsewhere.
   */
  <T> T await(String description, Supplier<Optional<T>> look, Supplier<String> scene) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      long seen = team.version();
      Optional<T> found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "waited " + patience.toSeconds() + " s in vain for " + description + scene.get());
      }
      pause(seen);
    }
  }

  private void pause(long seen) {
    try {
      team.awaitChange(seen, GLANCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }

  /** Waits until nothing is under way. */
  void settle() {
    try {
      if (!wire.activity().awaitQuiet(patience)) {
        throw new AssertionError(
            "deliveries or calls are still under way after " + patience.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while settling", e);
    }
  }

  Person person(String id) {
    return team.people().get(id);
  }

  Channel channel(Conversation room) {
    return new Channel(this, room);
  }

  Member member(String id) {
    return new Member(this, id);
  }

  /** Clicks the button with this text, waiting for it to appear. */
  ClickResult click(String personId, Supplier<Target> target, String words) {
    Inputs.Spot spot =
        await(
            "a button \"" + words + "\"",
            () -> finder(target).button(words),
            () -> " among " + finder(target).buttons());
    return press(personId, target, spot);
  }

  /** Clicks the button with this text, unless it is not there or no longer. */
  Optional<ClickResult> clickIfThere(String personId, Supplier<Target> target, String words) {
    return finder(target).button(words).map(spot -> press(personId, target, spot));
  }

  private ClickResult press(String personId, Supplier<Target> target, Inputs.Spot button) {
    return result(clicks.use(person(personId), target.get(), button, NullNode.getInstance()));
  }

  /** Chooses an option in a menu outside of an input, waiting for the menu to appear. */
  ClickResult choose(String personId, Supplier<Target> target, String menu, String option) {
    Inputs.Spot spot =
        await(
            "a menu \"" + menu + "\"",
            () -> finder(target).input(menu),
            () -> " among " + finder(target).inputs());
    var chosen =
        finder(target)
            .option(spot.element(), option)
            .orElseThrow(
                () -> new AssertionError("no option \"" + option + "\" in " + spot.element()));
    return result(clicks.use(person(personId), target.get(), spot, chosen));
  }

  Finder finder(Supplier<Target> target) {
    return team.read(() -> new Finder(target.get().blocks().deepCopy(), readable));
  }

  static ClickResult result(Reply reply) {
    return new ClickResult(reply.answer().status(), reply.answer().body(), reply.timedOut());
  }
}
