package dev.postmortem.web.library;

/** What became of the wish to see something. */
enum Shown {
  YES,
  /** There is nothing that the person may see, and nothing was written. */
  NO,
  /** Too much is shown at this moment, and nothing was written. */
  LATER
}
