package dev.postmortem.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.rehearsal.gesture.Target;
import dev.postmortem.rehearsal.state.OpenView;
import dev.postmortem.rehearsal.text.Json;
import java.util.List;
import java.util.Optional;

/** The app's Home tab as published for one person. */
public final class Home {
  private final Backstage stage;
  private final String userId;

  Home(Backstage stage, String userId) {
    this.stage = stage;
    this.userId = userId;
  }

  private Optional<OpenView> view() {
    return stage.team.read(() -> stage.team.views().home(userId));
  }

  private Target target() {
    return new Target.InView(stage.await("a Home tab for " + userId, this::view, () -> ""));
  }

  /** Whether the app has published one. */
  public boolean isPublished() {
    return view().isPresent();
  }

  /** What the person reads. */
  public String text() {
    return stage.readable.blocks(blocks());
  }

  /** The texts of the buttons, in order. */
  public List<String> buttons() {
    return isPublished() ? stage.finder(this::target).buttons() : List.of();
  }

  /** The blocks as published. */
  public JsonNode blocks() {
    return stage.team.read(
        () -> view().<JsonNode>map(view -> view.blocks().deepCopy()).orElseGet(Json::array));
  }

  /** Clicks a button and waits for the acknowledgement. */
  public ClickResult click(String button) {
    return stage.click(userId, this::target, button);
  }

  /** Chooses an option in the menu with this placeholder, label or action_id. */
  public ClickResult choose(String menu, String option) {
    return stage.choose(userId, this::target, menu, option);
  }

  /** Waits until the tab shows these words. */
  public Home shows(String words) {
    return stage.await(
        "\"" + words + "\" in the Home tab",
        () -> Optional.of(this).filter(home -> home.text().contains(words)),
        () -> "; it shows:\n" + text());
  }
}
