package dev.postmortem.slack.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.draft.Template;
import dev.postmortem.meeting.Policy;
import dev.postmortem.timeline.EmojiMap;
import dev.postmortem.workflow.Desk;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What no section of a template can be called. */
class ReservedWordsTest {

  @Test
  void every_command_that_is_there_without_sections_is_reserved_and_nothing_else() {
    Template none = new Template(List.of(), List.of(), new EmojiMap(Map.of()), Policy.DEFAULT);
    Table.Verbs verbs =
        new Table.Verbs(
            null, null, null, null, null, null, null, null, null, null, null, null, null);
    Table.Shown nowhere = new Table.Shown(null, null, null, null, null, null, null, null);
    Commands commands = Table.of(new Desk(null, Clock.systemUTC(), none, "/pm"), verbs, nowhere);
    Set<String> words = new HashSet<>(Set.of("help"));
    commands.usages().forEach(usage -> words.add(usage.word()));
    assertThat(Table.RESERVED).isEqualTo(words).hasSizeGreaterThan(20);
  }
}
