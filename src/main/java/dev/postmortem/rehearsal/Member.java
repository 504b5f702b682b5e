package dev.postmortem.rehearsal;

import java.time.ZoneId;
import java.util.Optional;

/** A person of the workspace. */
public final class Member implements Participant {
  Member() {}

  @Override
  public String id() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The handle, without the at sign. */
  public String name() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The full name. */
  public String realName() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The role, from the profile. */
  public String title() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The person's time zone. */
  public ZoneId zone() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The person in a conversation. */
  public Place in(Channel room) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The person in the direct message with the bot. */
  public Place dm() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The modal on top of this person's screen; waits for one a bounded real time. */
  public Modal modal() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The modal on top of this person's screen now. */
  public Optional<Modal> openModal() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Opens the app's Home tab, which tells the app, and waits for the acknowledgement. */
  public Home opensHome() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The Home tab as it is published for this person. */
  public Home home() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Uses a global shortcut, named as in the menu, and waits for the acknowledgement. */
  public ClickResult globalShortcut(String name) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Clicks a button of a message. */
  public ClickResult clicks(Message message, String button) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Changes the role in the profile. */
  public Member becomes(String title) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Changes the full and the display name. */
  public Member renames(String realName) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Moves to another zone. */
  public Member moves(ZoneId zone) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Leaves the company: the account is deactivated. */
  public Member departs() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }
}
