package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Remark;
import dev.postmortem.draft.State;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Modal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What people do with the bot: a company of its own for each test, and the words for it. */
abstract class Deeds {
  @TempDir Path data;
  Company company;
  Channel room;
  Member joe;
  Member jane;
  Member ada;
  Member lin;

  @BeforeEach
  void aCompanyWithAWarRoom() {
    company = opened(Company.in(data)).started();
    joe = company.joe;
    jane = company.jane;
    ada = company.ada;
    lin = company.lin;
    room = company.warRoom("inc-42");
  }

  /** The company before its bot starts. */
  Company opened(Company fresh) {
    return fresh;
  }

  @AfterEach
  void theCompanyCloses() {
    company.close();
  }

  /** An incident that runs since now. */
  void anIncidentRuns() {
    says(joe, "/pm start Checkout is down");
  }

  /**
   * Plain words stand in a section of the first post-mortem, past everything that masks secrets.
   */
  void wasKeptAsItCame(Member by, String section, String words) {
    Remark remark =
        new Remark("{\"text\":\"" + words + "\"}", words, by.id(), company.clock.instant());
    company
        .bot()
        .desk()
        .store()
        .change(
            records -> {
              Draft draft = records.drafts().find(1).orElseThrow();
              records.drafts().save(1, draft.body(section).plus(remark));
            });
  }

  /** Types a command in the war room and reads the private answer. */
  String says(Member who, String command) {
    return says(who, room, command);
  }

  String says(Member who, Channel where, String command) {
    String answer = who.in(where).types(command).text();
    company.settled();
    return answer;
  }

  /** Types a command that opens a window. */
  Modal opens(Member who, String command) {
    who.in(room).types(command);
    company.settled();
    return who.modal();
  }

  /** The document as a file, in Markdown. */
  String document() {
    return paper("md");
  }

  /** The document as a file. */
  String paper(String form) {
    joe.in(room).types("/pm export " + form);
    company.settled();
    return company.slack.files().named("pm-1." + form).orElseThrow().content();
  }

  /** What stands under a heading of the document. */
  String section(String title) {
    String[] parts = document().split("(?m)^## ", -1);
    for (String part : parts) {
      if (part.startsWith(title)) {
        return part;
      }
    }
    throw new AssertionError("no section " + title + " in " + List.of(parts));
  }

  /** Where the post-mortem of the war room stands, if there is one. */
  Optional<State> state() {
    return company.bot().desk().store().read(records -> records.drafts().all()).stream()
        .filter(draft -> draft.room().channel().equals(room.id()))
        .reduce((older, newer) -> newer)
        .map(Draft::state);
  }

  /** Whatever must be written is written, and the document goes out. */
  void publishes() {
    for (String word : List.of("symptom", "hypothesis", "remediation", "impact", "learned")) {
      says(joe, "/pm " + word + " the " + word);
    }
    Modal gate = opens(joe, "/pm publish");
    gate.inputs().stream()
        .filter(input -> input.toLowerCase(Locale.ROOT).contains("reason"))
        .forEach(input -> gate.fill(input, "everybody has read it already"));
    assertThat(gate.submit().isClosed()).as("the gate lets it pass").isTrue();
    company.settled();
    assertThat(state()).contains(State.PUBLISHED);
  }
}
