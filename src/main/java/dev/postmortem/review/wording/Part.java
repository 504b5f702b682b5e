package dev.postmortem.review.wording;

/** What a word can be, as the resource {@code words.tsv} lists it and says there. */
enum Part {
  PERSON,
  ROLE,
  MANY,
  AFFECTED,
  SELF,
  PRONOUN,
  POSSESSIVE,
  DETERMINER,
  PREPOSITION,
  CONJUNCTION,
  CONDITIONAL,
  PARTITIVE,
  BETWEEN,
  NEGATION,
  DENIAL,
  APOLOGY,
  PARTICIPLE,
  NOPARTICIPLE,
  ADJECTIVE,
  EXPECTED,
  THINKING,
  DECIDED,
  FORESEEN,
  HUMAN,
  MANNER,
  WORSE,
  CAUSED,
  FAULT,
  SLIP
}
