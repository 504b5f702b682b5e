package dev.postmortem.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be said about a planned meeting, in sentences.
 *
 * @param refusals it is not planned while there is one
 * @param advice it is planned all the same
 */
public record Verdict(List<String> refusals, List<String> advice) {
  public Verdict {
    refusals = List.copyOf(refusals);
    advice = List.copyOf(advice);
  }

  public boolean isRefused() {
    return !refusals.isEmpty();
  }

  /**
   * Weighs a plan. A reason lifts the refusal of a late or a long meeting, and leaves the advice.
   *
   * @param over when the incident was over, or now while it goes on: days are counted from it
   */
  public static Verdict of(Plan plan, Instant now, Instant over, Policy policy) {
    Weighing weighing = new Weighing(plan, policy);
    weighing.people();
    weighing.length();
    weighing.start(now);
    weighing.delay(over);
    return new Verdict(weighing.refusals, weighing.advice);
  }

  /** One plan being weighed. */
  private static final class Weighing {
    private final List<String> refusals = new ArrayList<>();
    private final List<String> advice = new ArrayList<>();
    private final Plan plan;
    private final Policy policy;

    Weighing(Plan plan, Policy policy) {
      this.plan = plan;
      this.policy = policy;
    }

    void people() {
      if (plan.moderator() != null && plan.moderator().equals(plan.noteTaker())) {
        refusals.add(
            "The moderator and the note-taker must be two people: who leads the talk cannot also"
                + " write it down.");
      }
    }

    void length() {
      Duration length = plan.length();
      if (length.isNegative() || length.isZero()) {
        refusals.add("A meeting lasts at least a minute.");
      } else if (length.compareTo(policy.length().refused()) > 0) {
        unlessReason(
            minutes(length)
                + " are too long: after "
                + minutes(policy.length().refused())
                + " nobody listens any more.");
      } else if (length.compareTo(policy.length().warned()) > 0) {
        advice.add(
            minutes(length)
                + " are long. "
                + minutes(policy.length().proposed())
                + " are enough when everybody has read the draft.");
      }
    }

    void start(Instant now) {
      WorkingHours hours = policy.hours();
      if (!plan.at().isAfter(now)) {
        refusals.add("That time has passed.");
        return;
      }
      if (policy.reminderOf(plan.at()).isBefore(now)) {
        advice.add(
            "It is less than a day away, so everybody is told at once and nobody is reminded the"
                + " day before.");
      }
      if (!hours.fits(plan.at().atZone(plan.zone()), plan.length())) {
        advice.add(
            "It is outside of working hours, Monday to Friday "
                + hours.opens()
                + " to "
                + hours.closes()
                + " in "
                + plan.zone()
                + ".");
      }
    }

    void delay(Instant over) {
      LocalDate from = LocalDate.ofInstant(over, plan.zone());
      LocalDate to = LocalDate.ofInstant(plan.at(), plan.zone());
      long days = to.toEpochDay() - from.toEpochDay();
      if (days > policy.delay().refused()) {
        unlessReason(days + " days after the incident is too late: people forget.");
      } else if (WorkingHours.between(from, to) > policy.delay().warned()) {
        advice.add(
            "It is "
                + WorkingHours.between(from, to)
                + " working days after the incident. People forget: within "
                + policy.delay().warned()
                + " they still know what they saw.");
      }
    }

    private void unlessReason(String sentence) {
      if (plan.reason().isBlank()) {
        refusals.add(sentence + " Give a reason if it has to be.");
      } else {
        advice.add(sentence + " The reason: " + plan.reason().strip());
      }
    }

    private static String minutes(Duration length) {
      return length.toMinutes() + " minutes";
    }
  }
}
