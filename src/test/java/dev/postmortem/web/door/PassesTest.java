package dev.postmortem.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T14:05:00Z");
  private static final Visitor JOE = new Visitor("T1", "U1");
  private static final String PATH = "/library/PM-1";
  private final Passes links = new Passes("a secret of the house", "link", Duration.ofDays(7));
  private final String pass = links.issue(JOE, PATH, NOW);

  @Test
  void a_pass_is_good_for_its_person_until_it_ends() {
    assertThat(links.check(pass, PATH, NOW)).contains(JOE);
    assertThat(links.check(pass, PATH, NOW.plus(Duration.ofDays(7)).minusSeconds(1))).contains(JOE);
    assertThat(links.check(pass, PATH, NOW.plus(Duration.ofDays(7)))).isEmpty();
  }

  @Test
  void it_is_good_for_nothing_else() {
    assertThat(links.check(pass, "/library/PM-11", NOW)).isEmpty();
    assertThat(links.check(pass, "/library", NOW)).isEmpty();
  }

  @Test
  void one_for_another_purpose_or_from_another_house_does_not_fit() {
    Passes feeds = new Passes("a secret of the house", "feed", Duration.ofDays(7));
    Passes others = new Passes("a secret of theirs", "link", Duration.ofDays(7));
    assertThat(feeds.check(pass, PATH, NOW)).isEmpty();
    assertThat(others.check(pass, PATH, NOW)).isEmpty();
  }

  @Test
  void every_changed_letter_spoils_it() {
    for (int i = 0; i < pass.length(); i++) {
      char other = pass.charAt(i) == '7' ? '8' : '7';
      String forged = pass.substring(0, i) + other + pass.substring(i + 1);
      assertThat(links.check(forged, PATH, NOW)).as(forged).isEmpty();
    }
  }

  @Test
  void the_parts_of_one_pass_do_not_make_another() {
    String[] joe = pass.split("\\.", -1);
    String[] jane = links.issue(new Visitor("T1", "U2"), PATH, NOW).split("\\.", -1);
    String[] elsewhere = links.issue(new Visitor("T2", "U1"), PATH, NOW).split("\\.", -1);
    assertThat(links.check(String.join(".", joe[0], jane[1], joe[2], joe[3]), PATH, NOW)).isEmpty();
    assertThat(links.check(String.join(".", elsewhere[0], joe[1], joe[2], joe[3]), PATH, NOW))
        .isEmpty();
    // where one part ends and the next begins is sealed too
    assertThat(links.check("T." + "1U1" + "." + joe[2] + "." + joe[3], PATH, NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "...",
        "T1.U1.9999999999.",
        "T1.U1.99999999999999999999.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "T1.U1.-1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "T1.U1.9999999999.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "T1\n.U1.9999999999.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "t1.u1.9999999999.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void what_is_no_pass_is_none(String garbage) {
    assertThat(links.check(garbage, PATH, NOW)).isEmpty();
  }
}
