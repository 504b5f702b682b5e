package dev.postmortem.browser;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;

/** Asks axe-core what of a page breaks WCAG 2.2, levels A and AA, seriously. */
final class Barriers {
  private static final String AXE = script();
  private static final String ASK =
      """
      const done = arguments[arguments.length - 1];
      const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      axe.run(document, {runOnly: {type: 'tag', values: rules}}).then(
        result => done({
          looked: result.passes.length,
          found: result.violations
            .filter(one => one.impact === 'serious' || one.impact === 'critical')
            .flatMap(one => one.nodes.map(node =>
              one.id + ': ' + node.target.join(' ') + ' – ' + node.failureSummary))
        }),
        failed => done({looked: 0, found: [String(failed)]}));
      """;

  private Barriers() {}

  static List<String> of(ChromeDriver driver) {
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    driver.executeScript(AXE);
    Answer answer = Answer.of(driver.executeAsyncScript(ASK));
    return answer.looked() == 0
        ? Stream.concat(answer.found().stream(), Stream.of("nothing was looked at")).toList()
        : answer.found();
  }

  private record Answer(long looked, List<String> found) {
    static Answer of(Object script) {
      java.util.Map<?, ?> map = (java.util.Map<?, ?>) script;
      return new Answer(
          (Long) requireNonNull(map.get("looked")),
          ((List<?>) requireNonNull(map.get("found"))).stream().map(String::valueOf).toList());
    }
  }

  private static String script() {
    try (InputStream in =
        requireNonNull(Barriers.class.getResourceAsStream("/axe.min.js"), "axe-core")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
