package dev.postmortem.rehearsal;

import dev.postmortem.rehearsal.state.Canvas;
import dev.postmortem.rehearsal.state.Canvases;
import java.util.List;
import java.util.function.Function;

/** The canvases of the workspace, and whether it has any. */
public final class SlackCanvases {
  private final Backstage stage;

  SlackCanvases(Backstage stage) {
    this.stage = stage;
  }

  private Canvases kept() {
    return stage.team.canvases();
  }

  private List<String> all(Channel reader, Function<Canvas, String> what) {
    return stage.team.read(
        () ->
            kept().all().stream()
                .filter(canvas -> canvas.channels().contains(reader.id()))
                .map(what)
                .toList());
  }

  /** The words of every canvas that the channel may read, oldest first. */
  public List<String> readableIn(Channel channel) {
    return all(channel, Canvas::markdown);
  }

  /** The titles of every canvas that the channel may read, oldest first. */
  public List<String> titlesIn(Channel channel) {
    return all(channel, Canvas::title);
  }

  /** Somebody deletes all of them. */
  public void forgetAll() {
    stage.run(() -> kept().all().forEach(canvas -> kept().forget(canvas.id())));
  }

  /** The workspace pays nothing, and so has no canvases that stand alone. */
  public void areOfAFreePlan() {
    stage.run(() -> kept().onFreePlan());
  }

  /** An administrator switches them off. */
  public void areSwitchedOff() {
    stage.run(() -> kept().switchOff());
  }
}
