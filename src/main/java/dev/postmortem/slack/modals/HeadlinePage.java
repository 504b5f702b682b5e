package dev.postmortem.slack.modals;

import static dev.postmortem.slack.views.Inputs.line;
import static dev.postmortem.slack.views.Inputs.moment;
import static dev.postmortem.slack.views.Inputs.optional;
import static dev.postmortem.slack.views.Inputs.required;
import static dev.postmortem.slack.views.Inputs.select;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Headline;
import dev.postmortem.slack.views.Inputs;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.incident.ChangeHeadline;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The page with what stands above the sections. */
public final class HeadlinePage {
  private final ChangeHeadline change;
  private final Consumer<Draft> earlier;

  /** The page; {@code earlier} reads what was said from an earlier start on. */
  public HeadlinePage(ChangeHeadline change, Consumer<Draft> earlier) {
    this.change = change;
    this.earlier = earlier;
  }

  List<JsonNode> draw(Draft draft) {
    Headline head = draft.headline();
    List<JsonNode> blocks = new ArrayList<>();
    blocks.add(required("title", "Title", line(head.title()).put("max_length", 200)));
    blocks.add(optional("severity", "Severity", select(StartModal.SEVERITIES, head.severity())));
    blocks.add(
        Inputs.hinted(
            required("started", "Started", moment(head.started())),
            "What was said in the channel from then on is read, too."));
    blocks.add(optional("resolved", "Resolved", moment(head.resolved())));
    blocks.add(required("zone", "Time zone", line(head.zone().getId())));
    return blocks;
  }

  /** A field that nobody touched stays as it is now: a picker knows no seconds, either. */
  Optional<Reply> save(Draft draft, Form form) {
    Headline before = draft.headline();
    Optional<ZoneId> zone = StartModal.zone(form.text("zone"));
    if (zone.isEmpty()) {
      return Optional.of(
          Reply.fault("zone", "There is no such time zone. Write it as in Europe/London."));
    }
    Headline now =
        new Headline(
            form.isUntouched("title") ? before.title() : form.text("title"),
            form.isUntouched("severity") ? before.severity() : form.choice("severity").orElse(""),
            form.isUntouched("started")
                ? before.started()
                : form.moment("started").orElse(before.started()),
            form.isUntouched("resolved") ? before.resolved() : form.moment("resolved").orElse(null),
            form.isUntouched("zone") ? before.zone() : zone.get());
    return now.equals(before) ? Optional.empty() : change(draft, form, now);
  }

  private Optional<Reply> change(Draft draft, Form form, Headline now) {
    Outcome outcome = change.change(form.which(), now);
    if (outcome instanceof Done done && now.started().isBefore(draft.headline().started())) {
      earlier.accept(done.draft());
    }
    return EditModal.fault(outcome, "resolved");
  }
}
