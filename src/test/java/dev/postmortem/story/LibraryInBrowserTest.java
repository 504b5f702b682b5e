package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.browser.Browser;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.Keys;

/** The library as readers see it. */
@EnabledIf("dev.postmortem.browser.Browser#isThere")
class LibraryInBrowserTest extends Deeds {
  @Override
  Company opened(Company fresh) {
    return fresh
        .with("PM_BASE_URL", "http://127.0.0.1")
        .with("PM_WEB_SECRET", "what the tests of this house know");
  }

  private String link(Member who, String path) {
    return here(
        company.bot().desk().pages().link(company.slack.teamId(), who.id(), path).orElseThrow());
  }

  private String here(String address) {
    return "http://127.0.0.1:" + company.bot().port() + Surfer.path(address);
  }

  private void threeIncidents() {
    anIncidentRuns();
    joe.in(room).says("the till prints nothing, since the certificate expired");
    company.passes(Duration.ofMinutes(4));
    jane.in(room)
        .says("```\nERROR handshake failed: certificate has expired, and so on and on\n```");
    ada.in(room).says("I renewed it: https://example.com/renewal");
    company.settled();
    says(joe, "/pm symptom customers see an empty page");
    says(joe, "/pm key the certificate ran out at midnight");
    says(joe, "/pm task <@" + jane.id() + "> Ring a bell before certificates expire by 2026-11-20");
    says(joe, "/pm task Write down who renews what");
    says(joe, "/pm question Why did nobody notice?");
    company.passes(Duration.ofMinutes(50));
    says(joe, "/pm resolve");
    publishes();
    company.passes(Duration.ofDays(20));
    Channel second = company.warRoom("inc-43-a-rather-long-name-of-a-channel");
    says(
        joe,
        second,
        "/pm start An unreasonablylongwordthatsomebodytypedwithoutanyspacesinthetitle");
    Channel third = company.slack.privateChannel("inc-44", joe, jane);
    third.invite(company.slack.bot());
    says(joe, third, "/pm start Something private");
    company.settled();
  }

  @Test
  void every_page_is_seen_by_everybody_on_every_screen() {
    threeIncidents();
    try (Browser browser = Browser.open()) {
      browser.go(link(joe, "/library")).see(".cards");
      look(browser, "list", "/library");
      look(browser, "empty-search", "/library?q=nowhere");
      look(browser, "document", "/library/PM-1");
      look(browser, "draft", "/library/PM-2");
      look(browser, "tasks", "/library/tasks");
      look(browser, "insights", "/library/insights");
      assertThat(browser.complaints()).isEmpty();
      look(browser, "denied", "/library/PM-4711");
      look(browser, "left", "/library/leave");
    }
  }

  private void look(Browser browser, String name, String path) {
    browser.go(here(path)).see("main h1");
    browser.pictures("library-" + name);
    for (int width : List.of(Browser.NARROW, Browser.WIDE, 1_600)) {
      browser.width(width);
      assertThat(browser.isTooWide()).as(name + " at " + width).isFalse();
    }
    browser.width(Browser.NARROW);
    assertThat(browser.barriers()).as(name + ", narrow").isEmpty();
    browser.width(Browser.WIDE).dark(true);
    assertThat(browser.barriers()).as(name + ", dark").isEmpty();
    browser.dark(false);
    assertThat(browser.barriers()).as(name).isEmpty();
  }

  @Test
  void a_reader_gets_everywhere_by_keyboard() {
    threeIncidents();
    try (Browser browser = Browser.open()) {
      browser.go(link(joe, "/library")).see(".cards");
      assertThat(browser.address()).isEqualTo(here("/library"));
      browser.see("body").sendKeys(Keys.TAB);
      assertThat(browser.ask("return document.activeElement.textContent"))
          .isEqualTo("Skip to the content");
      browser.type("input[name=q]", "certificate", Keys.ENTER);
      browser.see(".cards a", "Checkout is down").sendKeys(Keys.ENTER);
      browser.see("article h1", "Checkout is down");
      browser.see(".incident svg");
      browser.see(".top a", "Open tasks").sendKeys(Keys.ENTER);
      browser.see("tbody th", "Ring a bell");
      browser.see(".top a", "Insights").sendKeys(Keys.ENTER);
      browser.see(".chart svg");
      browser.see("summary").sendKeys(Keys.ENTER);
      browser.see("details td");
      assertThat(browser.complaints()).isEmpty();
    }
  }
}
