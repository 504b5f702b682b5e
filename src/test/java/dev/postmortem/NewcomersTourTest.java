package dev.postmortem;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.browser.Browser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** A newcomer opens the demo in a browser and goes the whole way, a minute after cloning. */
@EnabledIf("dev.postmortem.browser.Browser#isThere")
class NewcomersTourTest {
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

  /** It lasts half a minute on a quiet machine. */
  private static final Duration A_WHOLE_PLAY = Duration.ofMinutes(4);

  private static final String COMPOSER = "#composer-text";
  private final StringWriter terminal = new StringWriter();
  private final Thread demo = new Thread(this::show, "demo");
  private Browser browser;

  @BeforeEach
  void theDemoIsOpened() {
    demo.start();
    Awaitility.await().atMost(60, SECONDS).until(() -> address().find());
    Matcher address = address();
    assertThat(address.find()).isTrue();
    browser = Browser.open().go(address.group());
  }

  private Matcher address() {
    return ADDRESS.matcher(terminal.toString());
  }

  private void show() {
    try {
      new DemoPage(0, new PrintWriter(terminal, true)).show(null);
    } catch (Exception refused) {
      terminal.append(refused.toString());
    }
  }

  @AfterEach
  void theDemoEnds() throws InterruptedException {
    browser.close();
    demo.interrupt();
    demo.join(30_000);
    assertThat(demo.isAlive()).as("the demo still runs").isFalse();
  }

  private void goesAsFastAsItCan() {
    browser.see("#play-speed");
    browser.see("#play-speed option[value='20']").click();
  }

  private void plays() {
    browser.click("[data-play=run][aria-label=Play]");
  }

  private void pauses() {
    browser.click("[data-play=run][aria-label=Pause]");
    browser.see("[data-play=run][aria-label=Play]");
  }

  private void says(String words) {
    browser.type(COMPOSER, words, Keys.ENTER);
  }

  private void goesTo(String room) {
    browser.click(".side .room", room);
    browser.see("#channel-name", room.replace(" (app)", ""));
  }

  private void looksAtIt(String name) {
    browser.pictures("rehearsal-" + name);
    for (int width : List.of(Browser.NARROW, Browser.WIDE)) {
      browser.width(width);
      assertThat(browser.isTooWide()).as(name + " at " + width).isFalse();
      assertThat(browser.barriers()).as(name + " at " + width).isEmpty();
    }
    browser.dark(true);
    assertThat(browser.barriers()).as(name + ", dark").isEmpty();
    browser.dark(false);
  }

  @Test
  void they_watch_the_incident_join_in_and_read_the_published_document() {
    browser.see("#welcome", "You are on call");
    looksAtIt("welcome");
    goesAsFastAsItCan();
    plays();
    browser.see(".message", "PM-1");
    pauses();

    says("I see the same from my *phone*");
    browser.click(".message", "I see the same from my phone");
    browser.click(".tools button[aria-label='Add a reaction']");
    browser.click(".picker [data-emoji=pushpin]");
    browser.see(".message .reaction[data-emoji=pushpin][aria-pressed=true]");
    says("/pm note The vendor was called");
    browser.see(".message.ephemeral", "Noted");
    looksAtIt("war-room");
    browser.click("button.wire-toggle");
    browser.see("#panel [data-exchange]");
    looksAtIt("wire");
    browser.click("button.wire-toggle");

    plays();
    browser.until(
        "the end of the script",
        A_WHOLE_PLAY,
        any -> any.see("#play").getText().contains("The script has come to its end") ? any : null);
    goesTo("postmortems");
    browser.see(".message", "Checkout");
    looksAtIt("published");
    browser.click(".message button", "Read in the browser");
    String library = browser.see(".message.ephemeral a[href*='/library/']").getAttribute("href");
    assertThat(browser.complaints()).isEmpty();
    browser.go(library);
    assertThat(browser.see("main").getText())
        .contains("I see the same from my phone", "The vendor was called");
  }

  @Test
  void they_take_over_and_go_alone_to_the_reminder_the_meeting_and_the_document() {
    goesAsFastAsItCan();
    plays();
    browser.see(".message", "PM-1");
    browser.click("[data-play=takeOver]");
    browser.miss("[data-play=step]");
    says("it is over, the queue is empty");
    browser.see(".message", "it is over, the queue is empty");
    for (String word : List.of("symptom", "hypothesis", "remediation", "impact", "learn")) {
      says("/pm " + (word.equals("learn") ? "learned" : word) + " what we know of the " + word);
      browser.until(word, any -> added(word) ? word : null);
    }
    says("/pm resolve");
    browser.see(".message.ephemeral", "PM-1 is resolved");

    says("/pm meeting");
    browser.see("dialog h2", "Plan the meeting");
    looksAtIt("meeting");
    chooses("Moderator", 1);
    chooses("Note-taker", 1);
    browser.click("dialog button[type=submit]");
    browser.see("dialog .bk-error");
    chooses("Note-taker", 2);
    browser.click("dialog button[type=submit]");
    browser.see("dialog h2", "The meeting is set");
    browser.click("dialog .bk-buttons button", "Close");
    browser.miss("dialog");

    letsTimePass("Until the reminder");
    goesTo("postmortem (app)");
    browser.see(".message", "Reminder");
    looksAtIt("letters");
    browser.click(".tabs button", "Home");
    browser.see("#home", "PM-1");
    looksAtIt("home");
    letsTimePass("Until the meeting");
    goesTo("inc-");
    says("/pm publish");
    browser.see("dialog h2", "Publish");
    looksAtIt("gate");
    browser.click("dialog button[type=submit]");
    browser.miss("dialog");
    goesTo("postmortems");
    browser.see(".message", "Checkout");
    assertThat(browser.complaints()).isEmpty();
  }

  private boolean added(String word) {
    return browser.all(".message.ephemeral").stream()
        .anyMatch(
            one ->
                one.getText().toLowerCase(Locale.ROOT).matches("(?s).*added to .*" + word + ".*"));
  }

  private void chooses(String label, int which) {
    WebElement menu =
        browser.until(
            label,
            any ->
                browser.all("dialog .bk-input").stream()
                    .filter(one -> one.getText().startsWith(label))
                    .map(one -> one.findElement(By.tagName("select")))
                    .findFirst()
                    .orElse(null));
    new Select(menu).selectByIndex(which);
  }

  /** An open menu shows what was known when it was opened; who misses something opens it again. */
  private void letsTimePass(String until) {
    browser.until(
        "time passes " + until,
        any -> {
          Optional<WebElement> item =
              browser.all("[role=menuitem]").stream()
                  .filter(one -> one.isDisplayed() && one.getText().contains(until))
                  .findFirst();
          item.ifPresentOrElse(WebElement::click, () -> browser.click("[data-play=jump]"));
          return item.orElse(null);
        });
  }
}
