package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.Main;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.storage.Database;
import dev.postmortem.storage.EveryColumn;
import dev.postmortem.workflow.privacy.ForgetPerson;
import dev.postmortem.workflow.privacy.ForgetPerson.Meant;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody has left, and wants to be forgotten. */
class ForgetTest extends Deeds {
  @RegisterExtension private final PostOffice post = new PostOffice();

  @Override
  Company opened(Company fresh) {
    return post.serves(fresh, "pm@example.com", "engineering@example.com");
  }

  private String forgets(String user) {
    StringWriter said = new StringWriter();
    ForgetPerson forget = new ForgetPerson(company.bot().desk(), new PrintWriter(said));
    forget.forget((Meant.One) forget.find(user, List.of()));
    company.settled();
    return said.toString();
  }

  private void somethingHappens() {
    anIncidentRuns();
    Message point = jane.in(room).says("the migration holds a lock");
    jane.in(room).reacts("pushpin", point);
    joe.in(room).says("Jane Doe knows it, ask " + jane.mention() + " or Jane");
    company.settled();
    says(joe, "/pm role moderator @jane");
    says(joe, "/pm task @jane limit the time of migrations by 2027-01-15");
    says(jane, "/pm detail I stopped it");
  }

  private void isPublished() {
    company.passes(Duration.ofMinutes(20));
    says(joe, "/pm resolve");
    publishes();
  }

  @Test
  void the_document_and_what_is_posted_of_it_name_a_former_colleague() {
    somethingHappens();
    isPublished();
    Message posted = company.broadcast.message("Checkout is down");
    assertThat(posted.text() + document()).contains("Jane Doe");

    String report = forgets(jane.id());
    company.passes(Duration.ofMinutes(6)).passes(Duration.ofMinutes(6));

    assertThat(document())
        .doesNotContain("Jane Doe", jane.id(), "Engineer)")
        .contains(
            "a former colleague (1): the migration holds a lock", "a former colleague (1) knows");
    assertThat(posted.text()).doesNotContain("Jane Doe").contains("a former colleague (1)");
    assertThat(report)
        .contains(
            "PM-1: ",
            "messages and notes: ",
            "PM-1 was mailed to engineering@example.com.",
            "PM-1 follows within minutes",
            "PM-1: Doe or Jane, ",
            "open tasks without anybody who is asked about them: 1.",
            "backups");
    assertThat(says(joe, "/pm search Doe")).doesNotContain("PM-1");
    assertThat(says(joe, "/pm search migration")).contains("PM-1");
  }

  @Test
  void in_an_open_incident_nothing_that_is_heard_or_read_later_brings_her_back() throws Exception {
    somethingHappens();
    String report = forgets("Jane Doe");
    assertThat(report).contains("PM-1 is not finished and loses one of its roles");

    Message late = jane.in(room).says("one more thing");
    joe.in(room).says("thanks " + jane.mention());
    jane.in(room).reacts("mag", late);
    company.settled();
    company.restarted().passes(Duration.ofMinutes(11)).passes(Duration.ofMinutes(11));
    Channel other = company.warRoom("inc-43");
    says(joe, other, "/pm start Search is down");
    jane.in(other).says("on it");
    company.settled();

    assertThat(section("Observations")).contains("a former colleague (1): one more thing");
    assertThat(document())
        .contains("thanks", "the migration holds a lock")
        .doesNotContain("Jane Doe", jane.id());
    assertThat(leftOf(jane.id() + "|Jane Doe")).isEmpty();
  }

  /** The bot ends, so that its database can be looked into, and starts again. */
  private Map<String, Object> leftOf(String pattern) throws Exception {
    company.bot().close();
    try (Database database = Database.open("jdbc:h2:file:" + data.resolve("postmortem"), "", "")) {
      var found = new java.util.TreeMap<String, Object>();
      EveryColumn all = new EveryColumn(database.dataSource());
      for (String table : all.with(Pattern.compile(pattern))) {
        found.put(
            table,
            all.all().get(table).stream()
                .filter(row -> Pattern.compile(pattern).matcher(row.toString()).find())
                .toList());
      }
      return found;
    } finally {
      company.slack.disconnect();
      company.started();
    }
  }

  @Test
  void the_command_asks_first_and_refuses_whom_it_does_not_know() {
    somethingHappens();
    Map<String, String> environment =
        Map.of("PM_DATABASE_URL", "jdbc:h2:file:" + data.resolve("postmortem"));

    assertThat(Main.run(environment, "forget", jane.id())).isEqualTo(2);
    company.bot().close();
    assertThat(Main.run(environment, "forget", "nobody of that name", "--yes")).isEqualTo(1);
    assertThat(Main.run(environment, "forget", "jane doe", "--dry-run")).isZero();
    assertThat(Main.run(environment, "forget", "jane doe", "--yes")).isZero();
    company.slack.disconnect();
    company.started();

    assertThat(document()).doesNotContain("Jane Doe").contains("a former colleague (1)");
  }
}
