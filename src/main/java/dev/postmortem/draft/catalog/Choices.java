package dev.postmortem.draft.catalog;

import java.util.List;

/**
 * What occurs in the post-mortems that somebody may see, to choose from.
 *
 * @param severities as they were written, in order
 * @param tags under which messages are filed
 * @param persons ids of the point persons, moderators and note-takers, and of those who were
 *     counted among the participants
 */
public record Choices(List<String> severities, List<String> tags, List<String> persons) {
  public Choices {
    severities = List.copyOf(severities);
    tags = List.copyOf(tags);
    persons = List.copyOf(persons);
  }
}
