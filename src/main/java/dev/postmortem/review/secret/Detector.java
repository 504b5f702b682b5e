package dev.postmortem.review.secret;

import java.util.function.Consumer;

/** Decides whether there is a secret where one of its keywords stands. */
interface Detector {
  /**
   * Looks at one place. The work is bounded, whatever the text is.
   *
   * @param from where the keyword begins
   * @param to where it is over
   * @return up to where it has looked: a keyword before that tells it nothing new
   */
  int look(String text, int from, int to, Consumer<Finding> found);
}
