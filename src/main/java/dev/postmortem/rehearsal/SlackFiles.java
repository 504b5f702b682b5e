package dev.postmortem.rehearsal;

import dev.postmortem.rehearsal.wire.HttpAnswer;
import java.util.List;
import java.util.Optional;

/** The files of the workspace. */
public final class SlackFiles {
  SlackFiles() {}

  /** Every file, oldest first. */
  public List<SlackFile> all() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The newest file of this name. */
  public Optional<SlackFile> named(String name) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /**
   * Fetches a file's address as an app does; a bad token gets 200 and the HTML of the login page.
   */
  public HttpAnswer download(String url, String bearerToken) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }
}
