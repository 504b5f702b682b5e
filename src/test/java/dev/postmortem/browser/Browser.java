package dev.postmortem.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Debian's Chromium without a window. It reaches 127.0.0.1 and nothing else. What it keeps, and the
 * pictures that are taken of pages, is under {@code target}.
 */
public final class Browser implements AutoCloseable {
  /** A phone in the hand. */
  public static final int NARROW = 360;

  /** A screen on a desk. */
  public static final int WIDE = 1_400;

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path PICTURES = Path.of("target", "screenshots");

  /** Generous, as a busy machine is no fault of the page's. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration LOOK = Duration.ofMillis(100);
  private static final int HEIGHT = 900;
  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Whether there is a browser on this machine; tests that need one are skipped without. */
  public static boolean isThere() {
    return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
  }

  /** Opens one, as wide as a desk's screen. */
  public static Browser open() {
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .build();
    Browser browser = new Browser(new ChromeDriver(service, options()));
    browser.width(WIDE);
    return browser;
  }

  private static ChromeOptions options() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        // a build's container has no other user than root
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--no-first-run",
        "--disable-sync",
        "--disable-extensions",
        "--disable-component-update",
        "--disable-background-networking",
        "--lang=en-GB",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        "--user-data-dir=" + profile());
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    return options;
  }

  private static Path profile() {
    try {
      Path parent = Files.createDirectories(Path.of("target", "chromium"));
      return Files.createTempDirectory(parent, "profile").toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Goes to an address. */
  public Browser go(String url) {
    driver.get(url);
    return this;
  }

  /** The address that is shown. */
  public String address() {
    return driver.getCurrentUrl();
  }

  /** Makes the window this wide, in CSS pixels. */
  public Browser width(int pixels) {
    // a window has borders of its own, and never gets narrower than they allow: the page's size
    // is set instead
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
    driver.manage().window().setSize(new Dimension(Math.max(pixels, 500), HEIGHT));
    return this;
  }

  /** Shows pages as to somebody who prefers dark ones, or light ones. */
  public Browser dark(boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    return this;
  }

  /** Waits for an element, by a CSS selector, that is shown. */
  public WebElement see(String selector) {
    return see(selector, "");
  }

  /** Waits for an element, by a CSS selector, that is shown and whose text holds these words. */
  public WebElement see(String selector, String words) {
    return until(
        selector + " with “" + words + "” is seen", any -> shown(selector, words).orElse(null));
  }

  /** Waits until nothing that is shown matches. */
  public Browser miss(String selector) {
    until(selector + " is gone", any -> all(selector).stream().noneMatch(WebElement::isDisplayed));
    return this;
  }

  /** The elements that match now. */
  public List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** Waits for it, and clicks. */
  public Browser click(String selector) {
    return click(selector, "");
  }

  /**
   * Waits for one with these words, and clicks; once more, when the page has just put another in
   * its place.
   */
  public Browser click(String selector, String words) {
    return until(
        selector + " with “" + words + "” is clicked",
        any -> {
          Optional<WebElement> element = shown(selector, words);
          element.ifPresent(WebElement::click);
          return element.isPresent() ? this : null;
        });
  }

  private Optional<WebElement> shown(String selector, String words) {
    return all(selector).stream()
        .filter(element -> element.isDisplayed() && element.getText().contains(words))
        .findFirst();
  }

  /** Waits for a field, empties it and types. */
  public Browser type(String selector, CharSequence... keys) {
    WebElement field = see(selector);
    field.clear();
    field.sendKeys(keys);
    return this;
  }

  /** What a script answers; it is run beside the page, as a visitor's own tools would. */
  public Object ask(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Waits until it is so; when it never is, {@code failed.png} shows what was seen instead. */
  public <T> T until(String what, Function<Browser, T> look) {
    return until(what, PATIENCE, look);
  }

  /** Waits at most so long until it is so. */
  public <T> T until(String what, Duration most, Function<Browser, T> look) {
    WebDriverWait wait = new WebDriverWait(driver, most, LOOK);
    wait.ignoring(StaleElementReferenceException.class, ElementClickInterceptedException.class);
    try {
      return wait.withMessage(what).until(any -> look.apply(this));
    } catch (TimeoutException never) {
      save("failed");
      throw never;
    }
  }

  /** Takes a picture of what is seen, at both widths, light and dark; answers where they are. */
  public List<Path> pictures(String name) {
    return List.of(
        picture(name + "-wide", WIDE, false),
        picture(name + "-wide-dark", WIDE, true),
        picture(name + "-narrow", NARROW, false));
  }

  private Path picture(String name, int wide, boolean dark) {
    width(wide).dark(dark);
    try {
      return save(name);
    } finally {
      width(WIDE).dark(false);
    }
  }

  private Path save(String name) {
    try {
      Path file = Files.createDirectories(PICTURES).resolve(name + ".png");
      return Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the page needs scrolling sideways, which on a phone makes it unreadable. */
  public boolean isTooWide() {
    return Boolean.TRUE.equals(
        ask("return document.documentElement.scrollWidth > window.innerWidth"));
  }

  /** What the page complained about since last asked: failed requests, refused scripts, errors. */
  public List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** What stands in the way of people with a keyboard, a screen reader or weak eyes. */
  public List<String> barriers() {
    return Barriers.of(driver);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
