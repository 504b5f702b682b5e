package dev.postmortem.delivery;

/** Is told what became of each attempt to deliver a letter, to be counted; it never throws. */
@FunctionalInterface
public interface DeliveryWatch {
  /** Nobody counts. */
  DeliveryWatch NONE = (kind, fate) -> {};

  /** A letter of this kind was taken out, and that became of it. */
  void tried(Letter.Kind kind, Fate fate);

  /** What became of it. */
  enum Fate {
    SENT,
    /** It is tried again later. */
    POSTPONED,
    /** It never will be sent. */
    GIVEN_UP
  }
}
