package dev.postmortem.faults;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.CommandAnswer;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Modal;
import dev.postmortem.story.Gates;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * An incident from its start to the published document, led by somebody who does not give up: who
 * gets no answer looks how things stand, and does it once more if it was not done.
 */
public final class Life {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
  private static final List<String> SECTIONS =
      List.of("symptom", "hypothesis", "remediation", "impact", "learned");
  private final Member who;
  private final Channel room;
  private final String title;
  private final Runnable inVain;

  /** An incident with this title in this channel, led by this person. */
  public Life(Member who, Channel room, String title) {
    this(who, room, title, () -> {});
  }

  /** What is done when something was done and is not to be seen yet. */
  Life(Member who, Channel room, String title, Runnable inVain) {
    this.who = who;
    this.room = room;
    this.title = title;
    this.inVain = inVain;
  }

  /** Opens the post-mortem. */
  public void start() {
    until(title, () -> answer("/pm start " + title));
  }

  /** What follows the start. */
  public void goOn() {
    who.in(room).says("it is about " + title);
    for (String section : SECTIONS) {
      while (!answer("/pm " + section + " seen in " + title).contains("Added")) {
        inVain.run();
      }
    }
    meets();
    until("– resolved", () -> answer("/pm resolve"));
    until("– published", () -> window("/pm publish"));
  }

  /** Plans the review meeting. */
  public void meets() {
    until("Meeting ", () -> window("/pm meeting"));
  }

  /** Looks at the status until it shows this. */
  public void sees(String sign) {
    until(sign, Life::rest);
  }

  private void until(String sign, Runnable deed) {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (!answer("/pm status").contains(sign)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(title + " never came to: " + sign);
      }
      deed.run();
      inVain.run();
    }
  }

  /** The answer to a command; empty when none came within a second. */
  private String answer(String command) {
    CommandAnswer answer = who.in(room).types(command);
    long end = System.nanoTime() + (answer.status() == 200 ? PATIENCE : 0);
    while (!answer.isPresent() && System.nanoTime() < end) {
      rest();
    }
    if (!answer.isPresent()) {
      LockSupport.parkNanos(PATIENCE / 4);
      return "";
    }
    return answer.text();
  }

  private void window(String command) {
    who.openModal().ifPresent(Modal::closeAll);
    if (who.in(room).types(command).status() != 200) {
      return;
    }
    long end = System.nanoTime() + PATIENCE;
    while (who.openModal().isEmpty() && System.nanoTime() < end) {
      rest();
    }
    Optional<Modal> opened = who.openModal();
    opened.map(Gates::allTheSame).ifPresent(Modal::submit);
  }

  private static void rest() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
  }
}
