package dev.postmortem.storage.column;

import java.sql.Types;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Words on their way into columns. PostgreSQL keeps every character but U+0000; somebody who pastes
 * it must not lose the message, so the sign for a character that cannot be shown takes its place,
 * in both databases.
 */
public final class Words {
  private Words() {}

  public static void register(Jdbi jdbi) {
    jdbi.registerArgument(new WordsArgument());
  }

  /** Words as they are kept. */
  public static @Nullable String kept(@Nullable String words) {
    return words == null || words.indexOf('\0') < 0 ? words : words.replace('\0', '\uFFFD');
  }

  private static final class WordsArgument extends AbstractArgumentFactory<String> {
    WordsArgument() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(String value, ConfigRegistry config) {
      String kept = kept(value);
      return (position, statement, context) -> statement.setString(position, kept);
    }
  }
}
