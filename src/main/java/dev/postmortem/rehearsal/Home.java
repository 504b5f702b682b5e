package dev.postmortem.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The app's Home tab as published for one person. */
public final class Home {
  Home() {}

  /** Whether the app has published one. */
  public boolean isPublished() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** What the person reads. */
  public String text() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The texts of the buttons, in order. */
  public List<String> buttons() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The blocks as published. */
  public JsonNode blocks() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Clicks a button and waits for the acknowledgement. */
  public ClickResult click(String button) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Chooses an option in the menu with this placeholder, label or action_id. */
  public ClickResult choose(String menu, String option) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Waits until the tab shows these words. */
  public Home shows(String words) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }
}
