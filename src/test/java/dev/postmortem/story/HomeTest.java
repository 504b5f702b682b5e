package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Home;
import dev.postmortem.rehearsal.Modal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The Home tab: my post-mortems, my open tasks, my meetings. */
class HomeTest extends Deeds {

  private Home opens() {
    return opens(lin);
  }

  private Home opens(dev.postmortem.rehearsal.Member who) {
    Home home = who.opensHome();
    company.settled();
    return home;
  }

  @Test
  void without_anything_it_says_what_to_do() {
    assertThat(opens().text())
        .contains("My open tasks", "My meetings", "None planned.", "My post-mortems", "None yet.")
        .contains("/pm start", "/pm help");
    assertThat(lin.home().buttons()).isEmpty();
  }

  @Test
  void my_tasks_are_there_until_they_are_done() {
    anIncidentRuns();
    says(joe, "/pm task @lin write to the customers by 2026-12-01");
    says(joe, "/pm task @lin thank everybody");
    says(joe, "/pm task @ada check the alert");
    Home home = opens();
    assertThat(home.text())
        .contains("PM-1", "write to the customers", "due 2026-12-01", "thank everybody")
        .doesNotContain("check the alert");
    home.click("Done: task 1 of PM-1");
    company.settled();
    assertThat(home.text()).contains("thank everybody").doesNotContain("write to the customers");
    assertThat(says(joe, "/pm tasks"))
        .contains("write to the customers – Lin Chen, due 2026-12-01 (done)");
    says(joe, "/pm task done 2");
    assertThat(opens().text()).contains("None. Tasks of post-mortems");
  }

  @Test
  void my_meetings_are_in_my_zone_and_go_when_they_are_cancelled() {
    anIncidentRuns();
    Modal window = opens(joe, "/pm meeting");
    window.pickDateTime("When", Instant.parse("2026-11-20T15:00:00Z"));
    window.pickUser("Who", lin, joe);
    window.fill("Where", "Room 3");
    assertThat(window.submit().isClosed()).isTrue();
    company.settled();
    assertThat(opens().text())
        .contains("Friday 2026-11-20 10:00 EST: PM-1 Checkout is down, Room 3");
    says(joe, "/pm meeting cancel");
    assertThat(opens().text()).contains("None planned.");
  }

  @Test
  void my_post_mortems_have_buttons_that_lead_on() {
    anIncidentRuns();
    says(joe, "/pm role moderator @lin");
    Home home = opens();
    assertThat(home.text()).contains("PM-1 Checkout is down – open, started 2026-11-18 14:00 GMT");
    home.click("Fill in");
    company.settled();
    assertThat(lin.modal("PM-1 draft").inputs()).contains("Symptoms");
    lin.modal().closeAll();
    home.click("Timeline");
    company.settled();
    assertThat(lin.modal("PM-1 timeline").text()).contains("Nothing yet");
    lin.modal().closeAll();
    company.passes(Duration.ofMinutes(3));
    home.click("Resolve");
    company.settled();
    assertThat(lin.dm().sees("PM-1 is resolved").text()).contains("resolved");
    assertThat(opens().buttons()).contains("Meeting", "Publish").doesNotContain("Resolve");
    home.click("Publish");
    company.settled();
    assertThat(lin.modal("Not ready to publish").text()).contains("Symptoms");
    lin.modal().closeAll();
    company.passes(Duration.ofMinutes(3));
    says(joe, "/pm cancel false alarm");
    assertThat(opens().text()).contains("None yet.");
  }

  @Test
  void those_that_were_cancelled_leave_room_for_the_others() {
    anIncidentRuns();
    for (int i = 1; i <= 11; i++) {
      Channel other = company.warRoom("inc-" + (100 + i));
      company.passes(Duration.ofMinutes(3));
      says(joe, other, "/pm start False alarm " + i);
      says(joe, other, "/pm cancel nothing happened");
    }
    assertThat(opens(joe).text()).contains("PM-1 Checkout is down").doesNotContain("False alarm");
  }

  @Test
  void a_private_one_is_gone_from_the_tab_of_somebody_who_left_its_channel() {
    Channel secret = company.slack.privateChannel("inc-secret", joe, jane);
    secret.invite(company.slack.bot());
    says(joe, secret, "/pm start Breach of the vault");
    says(joe, secret, "/pm task @jane change the key");
    assertThat(opens(jane).text()).contains("change the key");
    secret.remove(jane);
    company.settled();
    jane.home().click("Done: task 1 of PM-1");
    company.settled();
    assertThat(says(joe, secret, "/pm tasks")).contains("change the key – Jane Doe (open)");
    assertThat(opens(jane).text()).doesNotContain("change the key", "Breach");
  }
}
