package dev.postmortem.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * A modal on a person's screen. Inputs are found by their label, their block_id or their action_id;
 * buttons by their text or action_id. Handles stay good while the view is updated in place.
 */
public final class Modal {
  Modal() {}

  /** The view's id. */
  public String id() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The callback_id of the view. */
  public String callbackId() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The title. */
  public String title() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** All that a person reads in it, labels, hints and present values included. */
  public String text() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The text of the submit button; empty if there is none. */
  public String submitText() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The labels of the inputs, in order. */
  public List<String> inputs() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The texts of the buttons, in order. */
  public List<String> buttons() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The texts of the options of an input. */
  public List<String> options(String input) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** What stands in an input now, as text; several values are separated by a comma and a space. */
  public String value(String input) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The view as the app sees it. */
  public ObjectNode json() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The state that would be submitted: {@code values.block_id.action_id}. */
  public ObjectNode state() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Whether it is still on the person's screen, on top or below. */
  public boolean isOpen() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Writes into a text, number, e-mail or URL input, replacing what is there. */
  public Modal fill(String input, String text) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Writes plain text into a rich text input, one section for each paragraph. */
  public Modal writes(String input, String text) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Puts a rich_text block into a rich text input. */
  public Modal writes(String input, JsonNode richText) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Chooses options by their text or value, replacing the present choice; none clears it. */
  public Modal choose(String input, String... options) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Picks people, replacing the present choice; none clears it. */
  public Modal pickUser(String input, Participant... people) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Picks conversations, replacing the present choice; none clears it. */
  public Modal pickChannel(String input, Channel... channels) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Picks a day. */
  public Modal pickDate(String input, LocalDate date) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Picks a time of day. */
  public Modal pickTime(String input, LocalTime time) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Picks an instant. */
  public Modal pickDateTime(String input, Instant instant) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Empties an input. */
  public Modal clear(String input) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Clicks a button and waits for the acknowledgement. */
  public ClickResult click(String button) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Submits, and says what came of it. */
  public Submission submit() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Closes this view only; the app is told if it asked to be. */
  public void close() {
    dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Closes the whole stack by the cross in the corner. */
  public void closeAll() {
    dev.postmortem.rehearsal.text.Unplayed.yet();
  }
}
