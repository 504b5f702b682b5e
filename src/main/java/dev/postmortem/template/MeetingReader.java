package dev.postmortem.template;

import dev.postmortem.meeting.Policy;
import dev.postmortem.meeting.WorkingHours;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/** Reads what a house has settled about its meetings. What it does not say stays as built in. */
final class MeetingReader {
  static final List<String> KNOWN =
      List.of(
          "length",
          "warn_over",
          "refuse_over",
          "warn_after_workdays",
          "refuse_after_days",
          "work_from",
          "work_to",
          "remind_hours_before",
          "nudge_at");
  private static final int LONGEST = 480;
  private static final int MOST_DAYS = 365;
  private static final int MOST_HOURS = 168;
  private static final Policy STANDARD = Policy.DEFAULT;
  private final Fields fields;
  private final Faults faults;

  MeetingReader(Fields fields, Faults faults) {
    this.fields = fields;
    this.faults = faults;
  }

  Policy read() {
    Policy.Length length = length();
    WorkingHours hours = hours(length.proposed());
    int notice = number("remind_hours_before", (int) STANDARD.notice().toHours(), MOST_HOURS);
    return new Policy(length, delay(), hours, Duration.ofHours(notice), nudge(hours));
  }

  private Policy.Length length() {
    int proposed = minutes("length", STANDARD.length().proposed());
    int warned = minutes("warn_over", STANDARD.length().warned());
    int refused = minutes("refuse_over", STANDARD.length().refused());
    ordered("length", proposed, "warn_over", warned);
    ordered("warn_over", warned, "refuse_over", refused);
    return new Policy.Length(
        Duration.ofMinutes(proposed), Duration.ofMinutes(warned), Duration.ofMinutes(refused));
  }

  private Policy.Delay delay() {
    int warned = number("warn_after_workdays", STANDARD.delay().warned(), MOST_DAYS);
    int refused = number("refuse_after_days", STANDARD.delay().refused(), MOST_DAYS);
    ordered("warn_after_workdays", warned, "refuse_after_days", refused);
    return new Policy.Delay(warned, refused);
  }

  private WorkingHours hours(Duration length) {
    LocalTime from = fields.time("work_from").orElse(STANDARD.hours().opens());
    LocalTime to = fields.time("work_to").orElse(STANDARD.hours().closes());
    if (Duration.between(from, to).compareTo(length) < 0) {
      faults.add(
          given("work_to", "work_from"),
          "Between work_from (" + from + ") and work_to (" + to + ") no meeting has room.");
    }
    return new WorkingHours(from, to);
  }

  /** Nobody is asked at night, also when only the working hours were changed. */
  private LocalTime nudge(WorkingHours hours) {
    LocalTime standard = STANDARD.nudge();
    boolean fits = !standard.isBefore(hours.opens()) && standard.isBefore(hours.closes());
    LocalTime nudge = fields.time("nudge_at").orElse(fits ? standard : hours.opens());
    boolean atNight = nudge.isBefore(hours.opens()) || !nudge.isBefore(hours.closes());
    if (fields.has("nudge_at") && atNight) {
      faults.add(
          fields.line("nudge_at"),
          "nudge_at (" + nudge + ") is not between work_from and work_to.");
    }
    return nudge;
  }

  private int minutes(String name, Duration standard) {
    return number(name, (int) standard.toMinutes(), LONGEST);
  }

  private int number(String name, int standard, int most) {
    return fields.number(name, 1, most).orElse(standard);
  }

  private void ordered(String lesser, int less, String greater, int great) {
    if (less > great) {
      faults.add(
          given(greater, lesser),
          greater + " (" + great + ") is less than " + lesser + " (" + less + ").");
    }
  }

  /** The line of the first, or of the other where the first is not written. */
  private int given(String name, String other) {
    return fields.line(fields.has(name) ? name : other);
  }
}
