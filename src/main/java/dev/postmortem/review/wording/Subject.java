package dev.postmortem.review.wording;

/**
 * Who does what a sentence says.
 *
 * @param from the first word that names them
 */
record Subject(Who who, int from) {
  enum Who {
    /** A system, or nobody that could be told. */
    NOBODY,
    /** The speaker, alone. */
    SELF,
    /** The speaker and others. */
    US,
    /** One person, or a role. */
    ONE,
    /** Several people. */
    MANY
  }

  static final Subject NOBODY = new Subject(Who.NOBODY, 0);

  boolean isSomebody() {
    return who != Who.NOBODY;
  }

  boolean isSpeaker() {
    return who == Who.SELF || who == Who.US;
  }
}
