package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.story.Surfer.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from Slack to the pages. */
class LibraryLinksTest extends Deeds {
  @Override
  Company opened(Company fresh) {
    return fresh
        .with("PM_BASE_URL", "http://127.0.0.1")
        .with("PM_WEB_SECRET", "what the tests of this house know");
  }

  private static List<String> links(JsonNode blocks) {
    List<String> links = new ArrayList<>();
    blocks
        .findParents("url")
        .forEach(
            one -> {
              if (one.path("type").asText().equals("button")) {
                links.add(one.path("url").asText());
              }
            });
    return links;
  }

  private static String link(JsonNode blocks) {
    assertThat(links(blocks)).hasSize(1);
    return links(blocks).get(0);
  }

  private Page opened(String link) {
    return new Surfer(company.bot().port()).opens(link);
  }

  private Message typed(Member who, String command) {
    Message answer = who.in(room).types(command).message();
    company.settled();
    return answer;
  }

  @Test
  void the_status_leads_to_the_document_and_the_lists_to_the_library() {
    anIncidentRuns();
    String status = link(typed(joe, "/pm status").blocks());
    assertThat(status).startsWith("http://127.0.0.1/library/PM-1?key=");
    assertThat(opened(status).body()).contains("Checkout is down", "This is a draft");
    assertThat(opened(link(typed(joe, "/pm list").blocks())).body()).contains("Checkout is down");
    assertThat(opened(link(typed(joe, "/pm search checkout is").blocks())).body())
        .contains("value=\"checkout is\"", "Checkout is down");
    joe.opensHome();
    company.settled();
    assertThat(opened(link(joe.home().blocks())).body()).contains("Checkout is down");
  }

  @Test
  void whoever_took_no_part_is_not_led_to_a_draft() {
    anIncidentRuns();
    room.invite(lin);
    company.settled();
    assertThat(links(typed(lin, "/pm status").blocks())).isEmpty();
  }

  @Test
  void the_point_person_is_led_to_the_draft_by_a_link_of_their_own() {
    anIncidentRuns();
    says(jane, "/pm resolve");
    Message letter = joe.dm().where().message("you are its point person");
    Page page = opened(link(letter.blocks()));
    assertThat(page.body()).contains("Joe Bloggs</bdi> · <a href=\"/library/leave\">");
  }

  @Test
  void an_address_is_never_posted_where_many_read() {
    anIncidentRuns();
    says(joe, "/pm resolve");
    publishes();
    Message posted = company.broadcast.message("Checkout is down");
    assertThat(links(posted.blocks())).isEmpty();
    for (Channel where : List.of(room, company.broadcast)) {
      assertThat(where.messages()).allMatch(message -> !message.json().toString().contains("key="));
    }
    lin.clicks(posted, "Read in the browser");
    company.settled();
    Message answer = lin.in(company.broadcast).sees("for you alone");
    assertThat(answer.isEphemeral()).isTrue();
    assertThat(opened(link(answer.blocks())).body()).contains("Lin Chen", "Checkout is down");
  }

  @Test
  void without_an_address_or_a_secret_nothing_leads_anywhere(@TempDir Path elsewhere) {
    try (Company other =
        Company.in(elsewhere).with("PM_BASE_URL", "https://pm.example.com").started()) {
      Channel there = other.warRoom("inc-1");
      other.joe.in(there).types("/pm start Checkout is down");
      other.settled();
      assertThat(links(other.joe.in(there).types("/pm status").message().blocks())).isEmpty();
      other.joe.opensHome();
      other.settled();
      assertThat(links(other.joe.home().blocks())).isEmpty();
      assertThat(new Surfer(other.bot().port()).gets("/library").status()).isEqualTo(404);
    }
  }
}
