package dev.postmortem.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be said about a planned meeting, in sentences.
 *
 * @param refusals it is not planned while there is one; at most one for each part of the plan
 * @param advice it is planned all the same
 */
public record Verdict(SortedMap<Part, String> refusals, List<String> advice) {
  /** There is nothing to say. */
  public static final Verdict FINE = new Verdict(new TreeMap<>(), List.of());

  public Verdict {
    refusals = Collections.unmodifiableSortedMap(new TreeMap<>(refusals));
    advice = List.copyOf(advice);
  }

  /** What a refusal is about. */
  public enum Part {
    TIME,
    LENGTH,
    ROLES,
    ATTENDEES
  }

  /** The verdict with a further refusal. */
  public Verdict refusing(Part part, String sentence) {
    SortedMap<Part, String> all = new TreeMap<>(refusals);
    all.put(part, sentence);
    return new Verdict(all, advice);
  }

  /** The verdict with further advice. */
  public Verdict advising(Collection<String> sentences) {
    List<String> all = new ArrayList<>(advice);
    all.addAll(sentences);
    return new Verdict(refusals, all);
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
    private final SortedMap<Part, String> refusals = new TreeMap<>();
    private final List<String> advice = new ArrayList<>();
    private final Plan plan;
    private final Policy policy;

    Weighing(Plan plan, Policy policy) {
      this.plan = plan;
      this.policy = policy;
    }

    void people() {
      if (plan.moderator() != null && plan.moderator().equals(plan.noteTaker())) {
        refusals.put(
            Part.ROLES,
            "The moderator and the note-taker must be two people: who leads the talk cannot also"
                + " write it down.");
      }
    }

    void length() {
      Duration length = plan.length();
      if (length.isNegative() || length.isZero()) {
        refusals.put(Part.LENGTH, "A meeting lasts at least a minute.");
      } else if (length.compareTo(policy.length().refused()) > 0) {
        unlessReason(
            Part.LENGTH,
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
        refusals.put(Part.TIME, "That time has passed.");
        return;
      }
      if (policy.reminderOf(plan.at()).isBefore(now)) {
        advice.add(
            "It is so soon that everybody is told at once, and nobody is reminded once more.");
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
        unlessReason(Part.TIME, days + " days after the incident is too late: people forget.");
      } else if (WorkingHours.between(from, to) > policy.delay().warned()) {
        advice.add(
            "It is "
                + WorkingHours.between(from, to)
                + " working days after the incident. People forget: within "
                + policy.delay().warned()
                + " they still know what they saw.");
      }
    }

    private void unlessReason(Part part, String sentence) {
      if (plan.reason().isBlank()) {
        refusals.putIfAbsent(part, sentence + " Give a reason if it has to be.");
      } else {
        advice.add(sentence + " The reason: " + plan.reason().strip());
      }
    }

    private static String minutes(Duration length) {
      return length.toMinutes() + " minutes";
    }
  }
}
