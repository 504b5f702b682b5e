package dev.postmortem.web.library;

import dev.postmortem.draft.catalog.Card;
import dev.postmortem.review.insight.Factor;
import dev.postmortem.review.insight.Insights;
import dev.postmortem.review.insight.Median;
import dev.postmortem.review.insight.Month;
import dev.postmortem.web.library.Chart.Series;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** What the post-mortems that somebody may see tell together. */
public final class InsightsPage {
  private static final List<Integer> SPANS = List.of(12, 24, 60);
  private static final double MINUTES = 60;
  private static final double HOURS = 3_600;
  private static final double DAYS = 86_400;

  /** From here on hours say more than minutes. */
  private static final Duration LONG = Duration.ofHours(3);

  private final Writing writing;
  private final Counted counted = new Counted();

  InsightsPage(Writing writing) {
    this.writing = writing;
  }

  /** A number that stands for itself. */
  public record Figure(String words, String number) {}

  /** What returns, and in which post-mortems. */
  public record Returning(String words, List<String> names) {}

  void show(Wish wish, Look look, HttpServletResponse response) throws IOException {
    int months = months(wish);
    Insights insights = counted.of(look, months);
    Map<String, Object> words = new HashMap<>();
    words.put("spans", SPANS.stream().map(span -> option(span, months)).toList());
    words.put("empty", insights.incidents() == 0);
    words.put("figures", figures(insights));
    List<Chart> charts = List.of(counts(insights.months()), lengths(insights.months()));
    words.put("charts", charts);
    words.put("drawn", drawn(charts));
    words.put("factors", insights.factors().stream().map(InsightsPage::returning).toList());
    writing.page("insights.ftlh", words, look, response);
  }

  private static int months(Wish wish) {
    return SPANS.stream()
        .filter(span -> String.valueOf(span).equals(wish.word("months")))
        .findFirst()
        .orElse(SPANS.get(0));
  }

  private static ListPage.Option option(int span, int chosen) {
    String words = span == 12 ? "The last 12 months" : span + " months";
    return new ListPage.Option(String.valueOf(span), words, span == chosen);
  }

  private static List<Figure> figures(Insights insights) {
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            insights.incidents() == 1 ? "incident" : "incidents",
            String.valueOf(insights.incidents())));
    figures.add(new Figure("published", String.valueOf(insights.review().published())));
    add(figures, "median from the end to the meeting", insights.review().toMeeting());
    add(figures, "median from the end to publication", insights.review().toPublication());
    insights
        .tasks()
        .percent()
        .ifPresent(
            part -> figures.add(new Figure("of tasks done on time", Math.round(part) + " %")));
    figures.add(new Figure("open tasks", String.valueOf(insights.tasks().open())));
    return figures;
  }

  private static void add(List<Figure> figures, String words, Median median) {
    Double days = in(DAYS, median);
    if (days != null) {
      String number = Chart.number(days);
      figures.add(new Figure(words, number.equals("1") ? "1 day" : number + " days"));
    }
  }

  private static Chart counts(List<Month> months) {
    List<@Nullable Double> counts =
        new ArrayList<>(months.stream().map(month -> (double) month.incidents()).toList());
    return new Chart(
        "counts",
        "Incidents",
        "incidents a month",
        times(months),
        List.of(new Series("Incidents", counts)),
        true);
  }

  private static Chart lengths(List<Month> months) {
    boolean isLong =
        months.stream()
            .flatMap(month -> Stream.of(month.mitigate(), month.resolve()))
            .map(Median::length)
            .anyMatch(length -> length != null && length.compareTo(LONG) >= 0);
    double unit = isLong ? HOURS : MINUTES;
    String word = isLong ? "hours" : "minutes";
    return new Chart(
        "lengths",
        "Time to detect, mitigate and resolve",
        word + " from the start, the median of each month",
        times(months),
        List.of(
            series("Detect", months, Month::detect, unit),
            series("Mitigate", months, Month::mitigate, unit),
            series("Resolve", months, Month::resolve, unit)),
        false);
  }

  private static List<String> times(List<Month> months) {
    return months.stream().map(month -> month.month().toString()).toList();
  }

  private static Series series(
      String name, List<Month> months, Function<Month, Median> which, double unit) {
    List<@Nullable Double> values = new ArrayList<>();
    months.forEach(month -> values.add(in(unit, which.apply(month))));
    return new Series(name, values);
  }

  private static @Nullable Double in(double unit, Median median) {
    Duration length = median.length();
    return length == null ? null : length.toSeconds() / unit;
  }

  /** The drawings are markup already. */
  private static Map<String, Object> drawn(List<Chart> charts) {
    Map<String, Object> drawn = new HashMap<>();
    for (Chart chart : charts) {
      try {
        drawn.put(chart.key(), HTMLOutputFormat.INSTANCE.fromMarkup(ChartSvg.of(chart)));
      } catch (TemplateModelException never) {
        throw new IllegalStateException(never);
      }
    }
    return drawn;
  }

  private static Returning returning(Factor factor) {
    return new Returning(factor.phrase(), factor.cards().stream().map(Card::name).toList());
  }
}
