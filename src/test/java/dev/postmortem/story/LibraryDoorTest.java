package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.api.Fault;
import dev.postmortem.story.Surfer.Page;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets into the library, and what everybody else sees. */
class LibraryDoorTest extends Deeds {
  private static final String HOUSE = "https://pm.example.com";
  private static final List<String> ALWAYS =
      List.of(
          "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self' data:;"
              + " script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "Referrer-Policy: no-referrer",
          "X-Content-Type-Options: nosniff",
          "Strict-Transport-Security: max-age=31536000");

  private Surfer browser;

  @Override
  Company opened(Company fresh) {
    return fresh
        .with("PM_BASE_URL", HOUSE)
        .with("PM_WEB_SECRET", "what the tests of this house know");
  }

  @BeforeEach
  void anIncidentIsPublished() {
    anIncidentRuns();
    joe.in(room).says("the till prints nothing");
    company.settled();
    says(joe, "/pm resolve");
    browser = surfer();
  }

  private Surfer surfer() {
    return new Surfer(company.bot().port());
  }

  private String link(Member who, String path) {
    return company.bot().desk().pages().link(company.slack.teamId(), who.id(), path).orElseThrow();
  }

  /** The page as somebody sees it who came by a fresh link. */
  private Page seenBy(Member who, String path) {
    return surfer().opens(link(who, path));
  }

  private Page denied() {
    Page nothing = surfer().gets("/library/PM-4711");
    assertThat(nothing.status()).isEqualTo(404);
    assertThat(nothing.body()).contains("Type <code>/pm list</code> in Slack for a fresh link");
    assertThat(nothing.headers()).containsAll(ALWAYS).contains("Cache-Control: no-store");
    return nothing;
  }

  @Test
  void a_link_begins_a_session_and_leaves_the_address_bar() {
    Page first = browser.gets(Surfer.path(link(joe, "/library/PM-1")));
    assertThat(first.status()).isEqualTo(303);
    assertThat(first.header("Location")).contains("/library/PM-1");
    assertThat(first.header("Set-Cookie").orElseThrow())
        .startsWith("__Host-postmortem=")
        .endsWith("; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure");
    Page page = browser.gets("/library/PM-1");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("Checkout is down", "the till prints nothing", "Joe Bloggs");
    assertThat(page.body()).doesNotContain("?key=");
  }

  @Test
  void every_denial_is_like_every_other_to_the_letter() {
    publishes();
    Page denied = denied();
    String good = Surfer.path(link(joe, "/library/PM-1"));
    String janes = Surfer.path(link(jane, "/library/PM-1"));
    browser.opens(good);
    String session = browser.cookie();
    Map<String, Surfer> tries = new LinkedHashMap<>();
    tries.put("/library/PM-1", surfer());
    tries.put("/library/PM-999999999999999999", surfer().with(session));
    tries.put("/library/PM-99999999999999999999999999", surfer().with(session));
    tries.put("/library/PM-2", surfer().with(session));
    tries.put("/library/PM-1?x=1", surfer().with(session.replace("=", "=T")));
    tries.put("/library/PM-1?x=2", surfer().with(session.substring(0, session.length() - 1)));
    tries.put("/library/PM-1?x=3", surfer().with("__Host-postmortem=" + key(good)));
    tries.put("/library/PM-1?x=4", surfer().with(session.replace("__Host-", "")));
    tries.put("/library/PM-1?key=", surfer());
    tries.put("/library/PM-1?key=" + key(session), surfer());
    tries.put("/library?key=" + key(good), surfer());
    tries.put("/library/PM-2?key=" + key(good), surfer());
    tries.put(good.replace(joe.id(), ada.id()), surfer());
    tries.put(good.replace(company.slack.teamId(), "T0OTHER"), surfer());
    tries.put(good + "A", surfer());
    tries.put(janes, surfer().with(session));
    tries.put("/library/feed.atom?key=" + key(good), surfer().with(session));
    for (String crooked :
        List.of(
            "/",
            "/library/",
            "//library/PM-1",
            "/library//PM-1",
            "/library/../library/PM-1",
            "/library/./PM-1",
            "/library/%2e%2e/library/PM-1",
            "/library/..%2fPM-1",
            "/library/PM-%31",
            "/%6cibrary/PM-1",
            "/library/PM-1;jsessionid=1",
            "/library/..;/library/PM-1",
            "/library/PM-1%00",
            "/library/PM-1%0d%0aX:y",
            "/library/PM-1?key=%zz",
            "/library/PM-1?x=%ff%fe&key=1",
            "/library/assets/../../logback.xml",
            "/library/assets/list.ftlh",
            "/WEB-INF/web.xml",
            "/%2e%2e/%2e%2e/etc/passwd")) {
      tries.put(crooked, surfer().with(session));
    }
    tries.forEach((path, who) -> assertThat(who.gets(path)).as(path).isEqualTo(denied));
    assertThat(browser.gets("/library/PM-1").status()).isEqualTo(200);
  }

  private static String key(String from) {
    return from.substring(from.indexOf('=') + 1);
  }

  @Test
  void a_link_ends_after_a_week_and_a_session_after_half_a_day() {
    String link = link(joe, "/library/PM-1");
    browser.opens(link);
    company.passes(Duration.ofHours(12));
    assertThat(browser.gets("/library/PM-1")).isEqualTo(denied());
    assertThat(surfer().opens(link).status()).isEqualTo(200);
    company.passes(Duration.ofDays(7).minus(Duration.ofHours(12)));
    assertThat(surfer().opens(link)).isEqualTo(denied());
  }

  @Test
  void whoever_leaves_is_out() {
    browser.opens(link(joe, "/library/PM-1"));
    assertThat(browser.gets("/library/leave").body()).contains("You have left");
    assertThat(browser.gets("/library/PM-1")).isEqualTo(denied());
  }

  @Test
  void a_draft_is_for_those_who_took_part_and_a_published_one_for_everybody() {
    assertThat(seenBy(joe, "/library/PM-1").body()).contains("This is a draft");
    for (String form : List.of("", ".md", ".json")) {
      assertThat(seenBy(lin, "/library/PM-1" + form)).isEqualTo(denied());
    }
    publishes();
    assertThat(seenBy(lin, "/library/PM-1").body())
        .contains("Checkout is down", "Where it went", "delivered", "History")
        .doesNotContain("This is a draft");
    Page markdown = seenBy(lin, "/library/PM-1.md");
    assertThat(markdown.header("Content-Type")).contains("text/markdown;charset=utf-8");
    assertThat(markdown.body()).startsWith("# Checkout is down");
    assertThat(markdown.headers()).containsAll(ALWAYS);
    Page json = seenBy(lin, "/library/PM-1.json");
    assertThat(json.header("Content-Type")).contains("application/json;charset=utf-8");
    assertThat(json.body()).startsWith("{").contains("\"Checkout is down\"");
  }

  @Test
  void whoever_leaves_the_private_channel_sees_nothing_more_of_it() {
    Channel hidden = company.slack.privateChannel("inc-secret", joe, jane);
    hidden.invite(company.slack.bot());
    says(jane, hidden, "/pm start Salaries leaked");
    Surfer janes = surfer();
    assertThat(janes.opens(link(jane, "/library/PM-2")).body()).contains("Salaries leaked");
    assertThat(janes.gets("/library").body()).contains("Salaries leaked");
    assertThat(seenBy(lin, "/library/PM-2")).isEqualTo(denied());
    jane.in(hidden).leaves();
    company.passes(Duration.ofSeconds(5));
    assertThat(janes.gets("/library/PM-2")).isEqualTo(denied());
    assertThat(janes.gets("/library/PM-2.json")).isEqualTo(denied());
    assertThat(janes.gets("/library").body()).doesNotContain("Salaries");
  }

  @Test
  void whoever_leaves_the_company_sees_nothing_more() {
    publishes();
    browser.opens(link(ada, "/library/PM-1"));
    String link = link(ada, "/library");
    ada.departs();
    company.passes(Duration.ofSeconds(5));
    assertThat(browser.gets("/library/PM-1")).isEqualTo(denied());
    assertThat(surfer().opens(link)).isEqualTo(denied());
  }

  @Test
  void a_guest_who_may_not_look_into_every_channel_sees_nothing() {
    publishes();
    ada.becomesGuest();
    assertThat(seenBy(ada, "/library/PM-1")).isEqualTo(denied());
    assertThat(seenBy(ada, "/library")).isEqualTo(denied());
    company.slack.faults().next("users.info", new Fault.Refused("user_not_found"));
    assertThat(seenBy(jane, "/library/PM-1")).isEqualTo(denied());
  }

  @Test
  void while_slack_is_away_nothing_is_shown() {
    browser.opens(link(joe, "/library/PM-1"));
    company.passes(Duration.ofSeconds(5));
    company.slack.faults().next("users.info", new Fault.Http(500));
    Page page = browser.gets("/library/PM-1");
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.header("Retry-After")).isPresent();
    assertThat(page.headers()).containsAll(ALWAYS).contains("Cache-Control: no-store");
    assertThat(page.body()).contains("it does not answer at the moment").doesNotContain("Checkout");
    assertThat(browser.gets("/library/PM-1").status()).isEqualTo(200);
  }

  @Test
  void pages_are_only_read() {
    browser.opens(link(joe, "/library/PM-1"));
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW")) {
      for (String path : List.of("/library/PM-1", "/library/PM-4711", "/library/assets/x", "/y")) {
        Page page = browser.sends(method, path);
        assertThat(page.status()).as(method + " " + path).isEqualTo(405);
        assertThat(page.headers()).containsAll(ALWAYS).contains("Allow: GET, HEAD");
        assertThat(page.body()).isEmpty();
      }
    }
    Page head = browser.sends("HEAD", "/library/PM-1");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(surfer().sends("HEAD", "/library/PM-1").headers()).isEqualTo(denied().headers());
  }

  @Test
  void every_answer_tells_the_browser_to_run_nothing_and_to_tell_nobody() {
    browser.opens(link(joe, "/library"));
    for (String path :
        List.of(
            "/library",
            "/library/PM-1",
            "/library/PM-1.md",
            "/library/PM-1.json",
            "/library/tasks",
            "/library/insights",
            "/library/nowhere",
            "/library/leave")) {
      Page page = browser.gets(path);
      assertThat(page.headers()).as(path).containsAll(ALWAYS).contains("Cache-Control: no-store");
      assertThat(page.body()).as(path).doesNotContain("<script", "<style", " style=", " onload=");
    }
    Page link = surfer().gets(Surfer.path(link(joe, "/library")));
    assertThat(link.headers()).containsAll(ALWAYS).contains("Cache-Control: no-store");
    Page style = surfer().gets("/library/assets/library.css?v=1");
    assertThat(style.status()).isEqualTo(200);
    assertThat(style.headers()).containsAll(ALWAYS);
    assertThat(style.header("Content-Type")).contains("text/css;charset=utf-8");
  }
}
