package dev.postmortem.meeting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/** For how long somebody does not want to be asked. */
public enum Later {
  TOMORROW("Tomorrow"),
  THREE_DAYS("In three working days"),
  NEXT_WEEK("Next week");

  private final String words;

  Later(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }

  /** The working day on which they are asked again. */
  public LocalDate from(LocalDate today) {
    return switch (this) {
      case TOMORROW -> Mornings.workdayAfter(today, 1);
      case THREE_DAYS -> Mornings.workdayAfter(today, 3);
      case NEXT_WEEK -> today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    };
  }

  /** The one of this name, if there is one. */
  public static Optional<Later> named(String name) {
    return Arrays.stream(values()).filter(later -> later.name().equals(name)).findFirst();
  }
}
