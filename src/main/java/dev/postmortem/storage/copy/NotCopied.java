package dev.postmortem.storage.copy;

import org.jspecify.annotations.Nullable;

/**
 * It was not copied, or not to the end. The message says what happened, what was kept, and what to
 * do, to whoever runs the bot.
 */
public final class NotCopied extends Exception {
  private static final long serialVersionUID = 1L;

  NotCopied(String sentence) {
    this(sentence, null);
  }

  NotCopied(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
