package dev.postmortem.check;

import dev.postmortem.storage.DatabaseRefused;
import dev.postmortem.storage.Inspection;
import java.util.ArrayList;
import java.util.List;

/** Looks into the database, without bringing its tables up to date. */
public final class DatabaseState implements Examination {
  private static final String NAME = "database";
  private final String url;
  private final String user;
  private final String password;

  public DatabaseState(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  @Override
  public List<Finding> examine() {
    List<Finding> found = new ArrayList<>();
    try {
      Inspection seen = Inspection.of(url, user, password);
      seen.faults().forEach(fault -> found.add(Finding.fault(NAME, fault)));
      seen.notes().forEach(note -> found.add(Finding.note(NAME, note)));
      if (seen.faults().isEmpty()) {
        found.add(Finding.fine(NAME, "fine, " + seen.summary()));
      }
    } catch (DatabaseRefused refused) {
      found.add(
          refused.hope() == DatabaseRefused.Hope.SOON
              ? Finding.note(NAME, refused.getMessage() + " If that is the bot, all is well.")
              : Finding.fault(NAME, String.valueOf(refused.getMessage())));
    }
    return found;
  }
}
