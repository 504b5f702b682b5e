package dev.postmortem.document;

import dev.postmortem.timeline.Names;
import java.util.List;

/**
 * Reads what somebody wrote, a Slack message in JSON, as blocks. Never fails: what it does not know
 * it shows as text.
 */
public interface Wording {
  List<Block> read(String raw, Names names);
}
