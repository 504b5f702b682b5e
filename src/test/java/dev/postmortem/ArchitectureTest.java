package dev.postmortem;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the plan of the house: who may know whom, and what nobody may do. */
class ArchitectureTest {
  private static final Path CLASSES = Path.of("target/classes/dev/postmortem");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final String BASE = "dev.postmortem";
  private static final JavaClasses HOUSE = new ClassFileImporter().importPath(CLASSES);

  private static final Set<String> MODELS = Set.of("timeline", "meeting", "delivery", "draft");
  private static final Set<String> ADAPTERS =
      Set.of(
          "slack",
          "storage",
          "schedule",
          "mail",
          "web",
          "archive",
          "template",
          "metrics",
          "log",
          "console",
          "rehearsal");

  /** They join the others, so they may know everything. */
  private static final Set<String> JOINTS = Set.of("", "program", "demo", "check");

  private static final Map<String, Row> PLAN =
      Map.ofEntries(
          row("timeline", Set.of()),
          row("meeting", Set.of("timeline")),
          row("delivery", Set.of()),
          row("draft", Set.of("timeline", "meeting", "delivery")),
          row("review", Set.of("timeline", "meeting", "draft")),
          row("document", MODELS),
          row("workflow", with(MODELS, "review", "document"), "org.slf4j"),
          row(
              "slack",
              // secrets are masked at the door, where Slack's JSON is read
              with(MODELS, "document", "workflow", "review"),
              "com.slack.api",
              "com.fasterxml.jackson",
              "okhttp3",
              "javax.servlet",
              "org.slf4j"),
          row(
              "storage",
              MODELS,
              "org.jdbi",
              "org.flywaydb",
              "com.zaxxer.hikari",
              "org.h2",
              "java.sql",
              "javax.sql",
              // the rows of a backup are lines of JSON
              "com.fasterxml.jackson",
              "org.slf4j"),
          row("schedule", Set.of("meeting", "workflow"), "org.quartz", "java.sql", "javax.sql"),
          row(
              "mail",
              Set.of("workflow", "document", "meeting"),
              "jakarta.mail",
              "org.eclipse.angus.mail",
              // calendar entries are escaped by a library that is read back by another in the tests
              "biweekly"),
          row(
              "web",
              // what the numbers of many incidents say is worked out by the review
              with(MODELS, "document", "workflow", "review"),
              "javax.servlet",
              "org.eclipse.jetty",
              "freemarker",
              "org.slf4j"),
          // it finds messages; what they say is read by whoever knows Slack's text
          row("archive", Set.of(), "com.fasterxml.jackson"),
          // how the lines of the log are written
          row("log", Set.of(), "ch.qos.logback", "org.slf4j", "java.sql"),
          // the others say what happens through ports, and do not know that it is counted
          row("metrics", Set.of("timeline", "delivery", "workflow"), "io.micrometer"),
          // the tree of SnakeYAML knows in which line each word stands; Jackson's does not
          row("template", Set.of("timeline", "draft", "meeting"), "org.yaml.snakeyaml"),
          // what is done for an operator is handed to it; it only carries words and bytes
          row("console", Set.of(), "org.slf4j"),
          row(
              "rehearsal",
              Set.of(),
              "org.eclipse.jetty",
              "com.fasterxml.jackson",
              "org.java_websocket",
              "org.slf4j"));

  /** What a package may know besides itself and the JDK: packages of ours, and of others. */
  private record Row(Set<String> ours, Set<String> others) {}

  private static Map.Entry<String, Row> row(String name, Set<String> ours, String... others) {
    return Map.entry(name, new Row(ours, Set.of(others)));
  }

  private static Set<String> with(Set<String> some, String... more) {
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(List.of(more));
    return all;
  }

  @Test
  void every_class_of_the_house_is_looked_at() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      long there = files.filter(file -> file.toString().endsWith(".class")).count();
      assertThat(there).isGreaterThan(400);
      assertThat(HOUSE).hasSize((int) there);
    }
  }

  @Test
  void every_package_has_its_row_in_the_plan() {
    Set<String> there =
        HOUSE.stream().map(ArchitectureTest::home).collect(Collectors.toCollection(TreeSet::new));
    there.removeAll(JOINTS);
    assertThat(PLAN.keySet()).containsAll(there);
    assertThat(there).containsAll(MODELS).containsAll(ADAPTERS).contains("document", "workflow");
  }

  @Test
  void each_package_knows_only_what_its_row_allows() {
    assertThat(breaches(PLAN)).isEmpty();
  }

  @Test
  void a_package_that_may_know_nothing_is_found_out() {
    Map<String, Row> strict = new TreeMap<>(PLAN);
    strict.put("workflow", new Row(Set.of(), Set.of("org.slf4j")));
    strict.put("storage", new Row(MODELS, Set.of()));
    assertThat(breaches(strict))
        .anyMatch(it -> it.contains(".workflow.Desk knows dev.postmortem.draft.Template"))
        .anyMatch(it -> it.contains(".storage.Migrations knows org.flywaydb"))
        .anyMatch(it -> it.contains(".storage.Database knows java.sql"))
        .noneMatch(it -> it.startsWith("dev.postmortem.slack."));
  }

  private static List<String> breaches(Map<String, Row> plan) {
    return HOUSE.stream()
        .filter(type -> !JOINTS.contains(home(type)))
        .flatMap(
            type ->
                type.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .map(JavaClass::getBaseComponentType)
                    .filter(known -> !allows(plan.get(home(type)), home(type), known))
                    .map(known -> type.getName() + " knows " + known.getName()))
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean allows(Row row, String home, JavaClass known) {
    if (known.isPrimitive() || isIn(known, "org.jspecify.annotations")) {
      return true;
    }
    if (isIn(known, BASE)) {
      return home(known).equals(home) || row.ours().contains(home(known));
    }
    boolean jdk = isIn(known, "java") || isIn(known, "javax.crypto");
    return (jdk && !isIn(known, "java.sql"))
        || row.others().stream().anyMatch(root -> isIn(known, root));
  }

  private static boolean isIn(JavaClass type, String root) {
    return (type.getPackageName() + ".").startsWith(root + ".");
  }

  /** The package directly below the base package, empty for the base package itself. */
  private static String home(JavaClass type) {
    String below = type.getPackageName().substring(BASE.length());
    return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
  }

  @Test
  void no_adapter_knows_another_adapter() {
    for (String adapter : ADAPTERS) {
      Set<String> others = new TreeSet<>(ADAPTERS);
      others.remove(adapter);
      assertThat(PLAN.get(adapter).ours()).as(adapter).doesNotContainAnyElementsOf(others);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".slack", ".workflow", ".storage", ".rehearsal"})
  void packages_do_not_know_each_other_in_a_circle(String below) {
    slices().matching(BASE + below + ".(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void only_the_http_front_and_the_rehearsal_know_jetty() {
    Set<String> knowing =
        HOUSE.stream()
            .filter(
                type ->
                    type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(it -> isIn(it.getTargetClass(), "org.eclipse.jetty")))
            .filter(type -> !isIn(type, BASE + ".rehearsal"))
            .map(JavaClass::getName)
            .collect(Collectors.toSet());
    assertThat(knowing).containsExactly(BASE + ".web.HttpFront");
  }

  @Test
  void nobody_is_named_for_being_a_class() {
    Pattern empty = Pattern.compile(".*(Impl|Manager|Helper|Utils?|Service)");
    assertThat(HOUSE)
        .extracting(JavaClass::getSimpleName)
        .contains("Desk", "Wiring")
        .noneMatch(name -> empty.matcher(name).matches());
  }

  @Test
  void time_comes_from_a_clock() {
    Predicate<JavaClass> mayLookAtTheWall =
        type -> JOINTS.contains(home(type)) || home(type).equals("rehearsal");
    List<String> looks =
        HOUSE.stream().filter(mayLookAtTheWall.negate()).flatMap(this::looksAtTheWall).toList();
    assertThat(looks).isEmpty();
    assertThat(HOUSE.stream().filter(mayLookAtTheWall).flatMap(this::looksAtTheWall)).isNotEmpty();
  }

  /**
   * Calls that read the machine's clock; {@code System.nanoTime} only measures how long it took.
   */
  private Stream<String> looksAtTheWall(JavaClass type) {
    return type.getCodeUnitAccessesFromSelf().stream()
        .filter(
            access -> {
              String owner = access.getTargetOwner().getName();
              String call = access.getName();
              boolean bare =
                  access.getTarget().getRawParameterTypes().stream()
                      .noneMatch(given -> given.getName().equals("java.time.Clock"));
              return (owner.startsWith("java.time.") && call.equals("now") && bare)
                  || (owner.equals("java.time.Clock") && call.startsWith("system"))
                  || (owner.equals("java.lang.System") && call.equals("currentTimeMillis"))
                  || (owner.equals("java.util.Date")
                      && call.equals("<init>")
                      && access.getTarget().getRawParameterTypes().isEmpty());
            })
        .map(access -> type.getName() + " calls " + access.getTarget().getFullName());
  }

  @Test
  void every_package_says_what_it_is_and_is_null_marked() throws IOException {
    Set<Path> packages;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      packages =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(Path::getParent)
              .collect(Collectors.toCollection(TreeSet::new));
    }
    assertThat(packages).hasSizeGreaterThan(20);
    for (Path folder : packages) {
      Path info = folder.resolve("package-info.java");
      assertThat(info).exists();
      assertThat(Files.readString(info))
          .as(info.toString())
          .startsWith("/**")
          .contains("@NullMarked");
    }
  }
}
