package dev.postmortem.slack.modals;

import static dev.postmortem.slack.views.Inputs.line;
import static dev.postmortem.slack.views.Inputs.moment;
import static dev.postmortem.slack.views.Inputs.optional;
import static dev.postmortem.slack.views.Inputs.required;
import static dev.postmortem.slack.views.Inputs.select;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Headline;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.incident.ChangeHeadline;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page with what stands above the sections. */
public final class HeadlinePage {
  private final ChangeHeadline change;

  public HeadlinePage(ChangeHeadline change) {
    this.change = change;
  }

  List<JsonNode> draw(Draft draft) {
    Headline head = draft.headline();
    List<JsonNode> blocks = new ArrayList<>();
    blocks.add(required("title", "Title", line(head.title()).put("max_length", 200)));
    blocks.add(optional("severity", "Severity", select(StartModal.SEVERITIES, head.severity())));
    blocks.add(required("started", "Started", moment(head.started())));
    blocks.add(optional("resolved", "Resolved", moment(head.resolved())));
    blocks.add(required("zone", "Time zone", line(head.zone().getId())));
    return blocks;
  }

  Optional<Reply> save(Draft draft, Form form) {
    Headline before = draft.headline();
    Optional<ZoneId> zone = StartModal.zone(form.text("zone"));
    if (zone.isEmpty()) {
      return Optional.of(
          Reply.fault("zone", "There is no such time zone. Write it as in Europe/London."));
    }
    Instant started = kept(before.started(), form.moment("started").orElse(before.started()));
    Instant resolved = form.moment("resolved").orElse(null);
    Headline now =
        new Headline(
            form.text("title"),
            form.choice("severity").orElse(""),
            started,
            resolved == null ? null : kept(before.resolved(), resolved),
            zone.get());
    return now.equals(before)
        ? Optional.empty()
        : EditModal.fault(change.change(Which.of(draft.id()), now), "resolved");
  }

  /** A picker knows no microseconds: a time that was not changed keeps its own. */
  private static Instant kept(@Nullable Instant before, Instant picked) {
    return before != null && before.getEpochSecond() == picked.getEpochSecond() ? before : picked;
  }
}
