package dev.postmortem.storage.column;

import java.sql.Types;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

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

  private static final class WordsArgument extends AbstractArgumentFactory<String> {
    WordsArgument() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(String value, ConfigRegistry config) {
      String kept = value.indexOf('\0') < 0 ? value : value.replace('\0', '\uFFFD');
      return (position, statement, context) -> statement.setString(position, kept);
    }
  }
}
