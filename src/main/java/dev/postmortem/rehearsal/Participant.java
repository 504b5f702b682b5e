package dev.postmortem.rehearsal;

/** Whoever can be a member of a conversation: a person or the bot. */
public sealed interface Participant permits Member, Bot {
  /** The user id, U… or W…. */
  String id();

  /** The mention as an app writes it, {@code <@U…>}. */
  default String mention() {
    return "<@" + id() + ">";
  }
}
