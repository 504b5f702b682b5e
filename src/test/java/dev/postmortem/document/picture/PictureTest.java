package dev.postmortem.document.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.postmortem.document.picture.Course.KeyPoint;
import dev.postmortem.document.picture.Course.Mark;
import dev.postmortem.document.picture.Course.Turn;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
  private static final Instant START = Instant.parse("2018-06-22T02:00:00Z");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final List<ZoneId> ZONES =
      Stream.of(
              "Europe/London",
              "America/St_Johns",
              "Asia/Kathmandu",
              "Australia/Lord_Howe",
              "Pacific/Apia",
              "America/Sao_Paulo",
              "UTC",
              "+14:00")
          .map(ZoneId::of)
          .toList();

  @Test
  void nothing_lies_upon_another_and_nothing_lies_outside_whatever_happened() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 1_500; i++) {
      Course course = any(random);
      String which = "seed " + seed + ", picture " + i + ": " + course.marks();
      for (double width : new double[] {340, 800}) {
        isReadable(Layout.of(course, width), which);
      }
    }
  }

  private static void isReadable(Drawing drawing, String which) {
    assertThat(drawing.shapes()).as(which).hasSizeLessThan(400);
    List<Shape> read = drawing.shapes().stream().filter(Shape::isRead).toList();
    for (int i = 0; i < read.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(read.get(i).box().overlaps(read.get(j).box()))
            .as("%s: %s and %s", which, read.get(i), read.get(j))
            .isFalse();
      }
    }
    for (Shape shape : drawing.shapes()) {
      assertThat(shape.box().isWithin(drawing.width(), drawing.height()))
          .as("%s: %s", which, shape)
          .isTrue();
    }
  }

  private static Course any(Random random) {
    Instant start = Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L));
    long length = (long) Math.exp(random.nextDouble() * Math.log(20 * 86_400.0));
    Instant end = random.nextInt(4) == 0 ? null : start.plusSeconds(length);
    int messages = random.nextInt(10) == 0 ? 10_000 : random.nextInt(60);
    int points = random.nextInt(20) == 0 ? random.nextInt(10_000) : random.nextInt(30);
    return course(
        ZONES.get(random.nextInt(ZONES.size())),
        Arrays.asList(start, perhaps(random, start, length), perhaps(random, start, length)),
        end,
        moments(random, start, length, messages),
        moments(random, start, length, points));
  }

  private static Instant perhaps(Random random, Instant start, long length) {
    return random.nextBoolean() ? null : moments(random, start, length, 1).get(0);
  }

  private static List<Instant> moments(Random random, Instant start, long length, int count) {
    boolean crowded = random.nextBoolean();
    return Stream.generate(
            () -> {
              long far = random.nextInt(200) == 0 ? 100_000_000 : 0;
              double part = crowded ? 0.5 + random.nextGaussian() / 50 : random.nextDouble() * 1.2;
              return start.plusSeconds((long) (length * (part - 0.1)) - far);
            })
        .limit(count)
        .sorted()
        .toList();
  }

  /**
   * A course.
   *
   * @param turns when it started, was detected, was mitigated
   */
  private static Course course(
      ZoneId zone, List<Instant> turns, Instant end, List<Instant> said, List<Instant> points) {
    List<KeyPoint> keyPoints = new ArrayList<>();
    points.forEach(at -> keyPoints.add(new KeyPoint(keyPoints.size() + 1, at, "key")));
    return new Course(
        "Pages were slow",
        zone,
        List.of(
            new Mark(Turn.STARTED, turns.get(0), ""),
            new Mark(Turn.DETECTED, turns.get(1), "taken from somewhere"),
            new Mark(Turn.MITIGATED, turns.get(2), "taken from somewhere"),
            new Mark(Turn.RESOLVED, end, "")),
        said,
        keyPoints);
  }

  private static Course lasting(long seconds, List<Instant> said) {
    return course(
        LONDON,
        List.of(START, START.plusSeconds(seconds / 4), START.plusSeconds(seconds / 2)),
        START.plusSeconds(seconds),
        said,
        said.subList(0, Math.min(2, said.size())));
  }

  private static List<String> words(Drawing drawing) {
    return drawing.shapes().stream()
        .filter(Shape.Words.class::isInstance)
        .map(shape -> ((Shape.Words) shape).words())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 120, 7_200, 86_400, 9 * 86_400, 400 * 86_400, 200_000_000_000L})
  void an_incident_of_any_length_has_ticks_on_both_sides_of_it(long seconds) {
    for (double width : new double[] {340, 800}) {
      Drawing drawing = Layout.of(lasting(seconds, List.of(START)), width);
      isReadable(drawing, seconds + " s");
      assertThat(words(drawing)).hasSizeBetween(8, 30);
      assertThat(signs(drawing).get(0).x()).isGreaterThan(30);
      assertThat(signs(drawing).get(3).x()).isLessThan(width - 30);
    }
  }

  /** The signs on their lines, without those of the legend. */
  private static List<Shape.Sign> signs(Drawing drawing) {
    List<Shape.Sign> signs =
        drawing.shapes().stream()
            .filter(Shape.Sign.class::isInstance)
            .map(Shape.Sign.class::cast)
            .toList();
    return signs.subList(4, 8);
  }

  @Test
  void signs_and_bars_stand_where_their_time_is() {
    Drawing drawing = Layout.of(lasting(3_600, List.of(START.plusSeconds(1_800))), 800);
    List<Shape.Sign> signs = signs(drawing);
    double hour = signs.get(3).x() - signs.get(0).x();
    assertThat(signs.get(1).x() - signs.get(0).x()).isCloseTo(hour / 4, within(0.1));
    assertThat(signs.get(2).x() - signs.get(0).x()).isCloseTo(hour / 2, within(0.1));
    Shape bar =
        drawing.shapes().stream()
            .filter(shape -> shape instanceof Shape.Area area && area.style().equals("bar"))
            .findFirst()
            .orElseThrow();
    assertThat(bar.box().left()).isCloseTo(signs.get(2).x(), within(0.1));
  }

  @Test
  void ticks_are_full_hours_of_the_zone_and_days_and_the_change_of_the_clock_are_named() {
    Instant start = Instant.parse("2018-10-27T21:00:00Z");
    List<String> words =
        words(
            Layout.of(
                course(
                    LONDON,
                    List.of(start, start, start),
                    Instant.parse("2018-10-28T09:00:00Z"),
                    List.of(),
                    List.of()),
                800));
    assertThat(words)
        .contains("Sat 27 Oct 2018, BST", "Sun 28 Oct", "22:00", "00:00", "02:00", "04:00");
    assertThat(words).contains("Sun 28 Oct, GMT");
  }

  @Test
  void where_the_clock_is_put_back_an_hour_is_there_twice_and_where_it_is_put_forward_not_once() {
    Clockwork clock = new Clockwork(LONDON);
    assertThat(names(clock, "2018-10-27T23:40:00Z", "2018-10-28T02:10:00Z", 1_800))
        .containsExactly("01:00", "01:30", "01:00", "01:30", "02:00");
    assertThat(names(clock, "2018-03-25T00:10:00Z", "2018-03-25T02:10:00Z", 1_800))
        .containsExactly("00:30", "02:00", "02:30", "03:00");
    assertThat(names(clock, "2018-03-24T12:10:00Z", "2018-03-25T20:10:00Z", 6 * 3_600))
        .containsExactly("18:00", "00:00", "06:00", "12:00", "18:00");
    assertThat(names(clock, "2018-10-27T12:10:00Z", "2018-10-28T20:10:00Z", 6 * 3_600))
        .containsExactly("18:00", "00:00", "06:00", "12:00", "18:00");
  }

  private static List<String> names(Clockwork clock, String from, String to, long step) {
    Span span = new Span(Instant.parse(from).getEpochSecond(), Instant.parse(to).getEpochSecond());
    return clock.ticks(span, step).stream().map(tick -> clock.tick(tick, step)).toList();
  }

  @Test
  void every_message_within_is_in_one_bar() {
    Random random = new Random(7);
    List<Instant> said = moments(random, START, 90_000, 5_000);
    Course course = lasting(90_000, said);
    Span span = Span.of(course);
    int counted = 0;
    for (int count : Busyness.of(course, span).counts()) {
      counted += count;
    }
    assertThat(counted).isEqualTo(said.size() - (int) span.without(said)).isGreaterThan(4_900);
  }

  @Test
  void what_lies_far_off_is_told_and_presses_nothing_together() {
    Instant before = START.minusSeconds(90L * 86_400);
    Course course = lasting(3_600, List.of(before, START, START.plusSeconds(60)));
    assertThat(Span.of(course).length()).isLessThan(3 * 3_600);
    assertThat(Telling.of(course))
        .contains(
            "Not drawn, as they lie further away than the incident is long: 1 message and 1 key"
                + " point.");
  }

  @Test
  void the_words_say_the_same_as_the_picture_and_what_nobody_knows() {
    Course course =
        new Course(
            "Slow",
            LONDON,
            List.of(
                new Mark(Turn.STARTED, START, ""),
                new Mark(Turn.DETECTED, START.plusSeconds(300), "taken from the first symptom"),
                new Mark(Turn.MITIGATED, null, "as nothing is filed as a remediation"),
                new Mark(Turn.RESOLVED, null, "")),
            List.of(START, START.plusSeconds(601), START.plusSeconds(602)),
            List.of());
    assertThat(Telling.of(course))
        .containsExactly(
            "Started 2018-06-22 03:00 BST.",
            "Detected 2018-06-22 03:05 BST, taken from the first symptom.",
            "Mitigated: not known, as nothing is filed as a remediation.",
            "Resolved: not yet.",
            "3 messages in the channel, at most 2 within 1 min, from 2018-06-22 03:10 BST on.");
    assertThat(words(Layout.of(course, 800)))
        .contains("Detected 03:05 (derived)", "Mitigated: not recorded", "Resolved: not yet");
  }

  @Test
  void key_points_that_have_no_room_share_a_number_and_none_is_lost() {
    List<Instant> crowd = Stream.generate(() -> START.plusSeconds(60)).limit(10_000).toList();
    Course course = course(LONDON, List.of(START, START, START), null, List.of(), crowd);
    List<Shape.Pin> pins = Pins.of(course, new Scale(Span.of(course), 30, 310)).from(0, 20);
    assertThat(pins).extracting(Shape.Pin::number).containsExactly("1", "2", "3–10000");
    assertThat(pins.get(2).name()).isEqualTo("Key points 3 to 10000");
  }

  @Test
  void whatever_the_title_holds_is_text() {
    UnaryOperator<String> escaped = words -> words.replace("<", "&lt;");
    Course course =
        new Course(
            "</title></svg><script>x</script>",
            LONDON,
            lasting(60, List.of()).marks(),
            List.of(),
            List.of());
    assertThat(new Svg(escaped).write(course)).doesNotContain("<script").contains("&lt;script>");
  }
}
