package dev.postmortem.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception as the log may show it. Messages quote: databases the values of a row, parsers the
 * text, Java the word that is no number. So a message is shown only when it is ours, or names
 * nothing but hosts and times; of a database's refusal the codes are shown. Where it was thrown is
 * always shown.
 */
record DiscreetCause(IThrowableProxy cause) implements IThrowableProxy {
  /** The beginnings of the names of classes whose messages quote nobody. */
  private static final List<String> TRUSTED =
      List.of(
          "dev.postmortem.",
          "java.net.",
          "javax.net.ssl.",
          "java.util.concurrent.TimeoutException",
          "org.quartz.JobExecutionException");

  private static final String KEPT_BACK = "(not shown)";

  static @Nullable IThrowableProxy of(@Nullable IThrowableProxy cause) {
    return cause == null ? null : new DiscreetCause(cause);
  }

  @Override
  public @Nullable String getMessage() {
    String message = cause.getMessage();
    if (message == null) {
      return null;
    }
    if (cause instanceof ThrowableProxy known && known.getThrowable() instanceof SQLException sql) {
      return said(sql);
    }
    return TRUSTED.stream().anyMatch(cause.getClassName()::startsWith)
        ? OneLine.of(message)
        : KEPT_BACK;
  }

  /** When the pool has no connection, its message counts connections. */
  private static String said(SQLException sql) {
    return sql instanceof SQLTransientConnectionException && sql.getSQLState() == null
        ? OneLine.of(String.valueOf(sql.getMessage()))
        : "SQLState " + sql.getSQLState() + ", code " + sql.getErrorCode();
  }

  @Override
  public String getClassName() {
    return cause.getClassName();
  }

  @Override
  public StackTraceElementProxy[] getStackTraceElementProxyArray() {
    return cause.getStackTraceElementProxyArray();
  }

  @Override
  public int getCommonFrames() {
    return cause.getCommonFrames();
  }

  @Override
  public @Nullable IThrowableProxy getCause() {
    return of(cause.getCause());
  }

  @Override
  public IThrowableProxy[] getSuppressed() {
    IThrowableProxy[] all = cause.getSuppressed();
    return all == null
        ? new IThrowableProxy[0]
        : Arrays.stream(all).map(DiscreetCause::new).toArray(IThrowableProxy[]::new);
  }

  @Override
  public boolean isCyclic() {
    return cause.isCyclic();
  }
}
