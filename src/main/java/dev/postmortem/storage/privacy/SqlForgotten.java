package dev.postmortem.storage.privacy;

import dev.postmortem.draft.privacy.Forgotten;
import dev.postmortem.draft.privacy.Pseudonym;
import dev.postmortem.draft.privacy.Rewording;
import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.Message;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.UnableToProduceResultException;
import org.jspecify.annotations.Nullable;

/** Asks for the digests once for each piece of work, as another bot may have forgotten somebody. */
public final class SqlForgotten implements Forgotten {
  private static final String ALL = "select digest, number from forgotten";
  private static final Pattern IDS = Pattern.compile("(?<![A-Z0-9])[UW][A-Z0-9]{2,30}(?![A-Z0-9])");

  private final Handle handle;
  private @Nullable Map<String, Integer> known;
  private @Nullable Digest digest;

  public SqlForgotten(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<Pseudonym> find(String id) {
    Map<String, Integer> all = known();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(all.get(digest().of(id))).map(Pseudonym::new);
  }

  private Map<String, Integer> known() {
    Map<String, Integer> all = known;
    if (all == null) {
      all = read();
      known = all;
    }
    return all;
  }

  /** Plain JDBC, as it is asked for every message; almost always there is nobody. */
  private Map<String, Integer> read() {
    try (PreparedStatement statement = handle.getConnection().prepareStatement(ALL);
        ResultSet rows = statement.executeQuery()) {
      Map<String, Integer> all = new HashMap<>();
      while (rows.next()) {
        all.put(rows.getString(1), rows.getInt(2));
      }
      return all;
    } catch (SQLException failed) {
      throw new UnableToProduceResultException(failed);
    }
  }

  private Digest digest() {
    Digest made = digest;
    if (made == null) {
      made = Digest.of(handle);
      digest = made;
    }
    return made;
  }

  @Override
  public Message hidden(Message message) {
    if (known().isEmpty()) {
      return message;
    }
    Message now = message;
    for (String id : named(message)) {
      Optional<Pseudonym> pseudonym = find(id);
      if (pseudonym.isPresent()) {
        now = without(now, id, pseudonym.get());
      }
    }
    return now;
  }

  private static Set<String> named(Message message) {
    Set<String> ids = new LinkedHashSet<>();
    for (String text : List.of(message.raw(), message.plain())) {
      Matcher matcher = IDS.matcher(text);
      while (matcher.find()) {
        ids.add(matcher.group());
      }
    }
    if (message.author() != null) {
      ids.add(message.author());
    }
    return ids;
  }

  private static Message without(Message message, String id, Pseudonym pseudonym) {
    Rewording rewording = new Rewording(id, pseudonym, Set.of());
    return new Message(
        message.key(),
        message.kind(),
        id.equals(message.author()) ? pseudonym.id() : message.author(),
        rewording.of(message.label()).text(),
        rewording.of(message.raw()).text(),
        rewording.of(message.plain()).text(),
        message.thread(),
        message.version(),
        message.edited());
  }

  @Override
  public Mark hidden(Mark mark) {
    String by = find(mark.by()).map(Pseudonym::id).orElse(mark.by());
    return new Mark(mark.key(), mark.tag(), by, mark.via(), mark.on(), mark.at());
  }
}
