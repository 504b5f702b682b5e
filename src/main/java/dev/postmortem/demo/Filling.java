package dev.postmortem.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Modal;
import dev.postmortem.rehearsal.Submission;
import java.time.Instant;
import java.time.LocalDate;

/** Somebody fills in the modal on the screen. */
final class Filling {
  private final House house;
  private final Member who;

  Filling(House house, Member who) {
    this.house = house;
    this.who = who;
  }

  /** Fills in these fields, each found by its label, and submits. */
  void submit(JsonNode fields) {
    Modal modal = who.modal();
    fields.properties().forEach(field -> fill(modal, field.getKey(), field.getValue().asText()));
    submit(modal);
  }

  /** Submits; a modal that stays with a complaint ends the play, one that gives advice is read. */
  void submit(Modal modal) {
    Submission submission = modal.submit();
    if (submission.outcome() == Submission.Outcome.UPDATED && modal.submitText().isEmpty()) {
      modal.closeAll();
    } else if (!submission.isClosed()) {
      throw new IllegalStateException(modal + " was not accepted: " + submission);
    }
    house.settle();
  }

  /** {@code @handle} picks a person, a date or an instant picks itself. */
  private void fill(Modal modal, String label, String value) {
    if (value.startsWith("@")) {
      modal.pickUser(label, house.slack().member(value.substring(1)));
    } else if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
      modal.pickDate(label, LocalDate.parse(value));
    } else if (value.matches("\\d{4}-\\d{2}-\\d{2}T.*Z")) {
      modal.pickDateTime(label, Instant.parse(value));
    } else if (modal.options(label).isEmpty()) {
      modal.fill(label, value);
    } else {
      modal.choose(label, value);
    }
  }
}
