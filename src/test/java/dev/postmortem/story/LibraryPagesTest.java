package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Modal;
import dev.postmortem.story.Surfer.Page;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What the pages of the library show. */
class LibraryPagesTest extends Deeds {
  private static final String EVIL =
      "\"'><script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>]]>&lt;";

  @Override
  Company opened(Company fresh) {
    return fresh
        .with("PM_BASE_URL", "http://127.0.0.1")
        .with("PM_WEB_SECRET", "what the tests of this house know");
  }

  private Surfer surfer(Member who) {
    Surfer surfer = new Surfer(company.bot().port());
    surfer.opens(link(who, "/library"));
    return surfer;
  }

  private String link(Member who, String path) {
    return company.bot().desk().pages().link(company.slack.teamId(), who.id(), path).orElseThrow();
  }

  private static Document read(Page page) {
    assertThat(page.status()).isEqualTo(200);
    return Jsoup.parse(page.body(), "https://pm.example.com");
  }

  private Document page(Member who, String path) {
    return read(surfer(who).gets(path));
  }

  @Test
  void an_empty_library_says_what_to_do_next() {
    assertThat(page(lin, "/library").select(".empty").text()).contains("Nothing yet", "/pm start");
    assertThat(page(lin, "/library/tasks").select(".empty").text()).contains("/pm task @OWNER");
    assertThat(page(lin, "/library/insights").select(".empty").text()).contains("/pm start");
  }

  @Test
  void the_list_is_searched_and_filtered_and_turned() {
    anIncidentRuns();
    joe.in(room).says("the warehouse printer hums");
    company.settled();
    for (int i = 1; i <= 26; i++) {
      Channel other = company.warRoom("inc-" + (100 + i));
      says(joe, other, "/pm start Incident number " + i);
    }
    Document first = page(joe, "/library");
    assertThat(first.select(".cards li")).hasSize(25);
    assertThat(first.select("[role=status]").text()).contains("27 post-mortems");
    String older = first.select("a[rel=next]").attr("href");
    Document second = page(joe, "/library" + older);
    assertThat(second.select(".cards h2").eachText())
        .containsExactly("PM-2 Incident number 1", "PM-1 Checkout is down");
    assertThat(page(joe, "/library?q=hums").select(".cards h2").eachText())
        .containsExactly("PM-1 Checkout is down");
    assertThat(page(joe, "/library?q=nonsense").select(".empty").text()).contains("fewer words");
    assertThat(page(joe, "/library?state=published").select(".cards li")).isEmpty();
    assertThat(page(joe, "/library?from=2026-11-19").select(".cards li")).isEmpty();
    assertThat(page(joe, "/library?from=yesterday&state=x").select("[role=alert]")).hasSize(2);
    Document kept = page(joe, "/library?q=number+1&state=open&from=2026-11-18");
    assertThat(kept.selectFirst("input[name=q]").attr("value")).isEqualTo("number 1");
    assertThat(kept.selectFirst("select[name=state] option[selected]").text()).isEqualTo("open");
    assertThat(kept.selectFirst("input[name=from]").attr("value")).isEqualTo("2026-11-18");
    assertThat(page(lin, "/library").select(".cards li")).isEmpty();
  }

  @Test
  void times_are_the_readers_with_those_of_the_incident_beside_them() {
    anIncidentRuns();
    publishes(room);
    Element started = page(lin, "/library").selectFirst(".cards time");
    assertThat(started.attr("datetime")).isEqualTo("2026-11-18T14:00:00Z");
    assertThat(started.text()).isEqualTo("2026-11-18 09:00 EST");
    assertThat(started.nextElementSibling().text()).isEqualTo("(2026-11-18 14:00 GMT)");
    assertThat(page(jane, "/library").select(".there")).isEmpty();
  }

  private void publishes(Channel where) {
    says(joe, where, "/pm resolve");
    publishes();
  }

  @Test
  void open_tasks_stand_with_owner_age_and_what_is_overdue() {
    anIncidentRuns();
    says(joe, "/pm task <@" + jane.id() + "> renew the certificate by 2026-11-20");
    says(joe, "/pm task look into the queue");
    company.passes(java.time.Duration.ofDays(3));
    Document page = page(joe, "/library/tasks");
    assertThat(page.select("tbody tr").eachText())
        .satisfiesExactly(
            one ->
                assertThat(one)
                    .contains("renew the certificate", "Jane Doe", "overdue", "3 days", "PM-1"),
            other -> assertThat(other).contains("look into the queue", "unassigned", "no date"));
    says(joe, "/pm task done 1");
    assertThat(page(joe, "/library/tasks").select("tbody tr")).hasSize(1);
  }

  @Test
  void the_feed_is_well_formed_and_holds_what_is_published() throws Exception {
    says(joe, "/pm start Tills & <b>scanners</b>\u0007 down \uD83D\uDE00 ]]>");
    String feed = page(lin, "/library").select("a[type=application/atom+xml]").attr("href");
    assertThat(entries(feed)).isEmpty();
    publishes(room);
    assertThat(entries(feed)).hasSize(1);
    assertThat(entries(feed).get(0))
        .contains("PM-1 Tills & <b>scanners</b> down \uD83D\uDE00 ]]>", "started 2026-11-18");
    assertThat(entries(feed + "&q=scanners")).hasSize(1);
    assertThat(entries(feed + "&q=nothing")).isEmpty();
    Surfer thief = new Surfer(company.bot().port());
    assertThat(thief.gets(Surfer.path(feed).replace("feed.atom", "PM-1")).status()).isEqualTo(404);
    assertThat(thief.gets("/library/feed.atom").status()).isEqualTo(404);
    lin.departs();
    company.passes(java.time.Duration.ofSeconds(5));
    assertThat(thief.gets(Surfer.path(feed)).status()).isEqualTo(404);
  }

  private List<String> entries(String feed) throws Exception {
    Page page = new Surfer(company.bot().port()).gets(Surfer.path(feed));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).contains("application/atom+xml;charset=utf-8");
    DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
    parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    parsers.setNamespaceAware(true);
    NodeList entries =
        parsers
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(page.body())))
            .getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry");
    return java.util.stream.IntStream.range(0, entries.getLength())
        .mapToObj(i -> entries.item(i).getTextContent())
        .toList();
  }

  @Test
  void what_people_write_never_runs_whatever_field_it_stands_in() {
    Member mallory = company.slack.member("mallory", EVIL, EVIL, ZoneId.of("Europe/London"));
    room.invite(mallory);
    room.rename("inc-script");
    opens(joe, "/pm start").fill("What is happening?", EVIL).submit();
    company.settled();
    mallory.in(room).says(EVIL + " <javascript:alert(4)|click> <https://x.y/\"onmouseover=1|z>");
    mallory.in(room).uploads(EVIL + ".png", "image/png", new byte[] {1}, EVIL);
    company.settled();
    for (String section : List.of("symptom", "hypothesis", "remediation", "impact", "learned")) {
      says(mallory, "/pm " + section + " " + EVIL);
    }
    says(mallory, "/pm task <@" + mallory.id() + "> " + EVIL + " by 2026-11-20");
    says(mallory, "/pm question " + EVIL);
    says(mallory, "/pm answer 1 " + EVIL);
    says(mallory, "/pm note " + EVIL);
    says(mallory, "/pm link javascript:alert(5)");
    says(mallory, "/pm role owner <@" + mallory.id() + ">");
    says(joe, "/pm resolve");
    Modal gate = opens(joe, "/pm publish");
    gate.inputs().stream()
        .filter(input -> input.toLowerCase(Locale.ROOT).contains("reason"))
        .forEach(input -> gate.fill(input, EVIL));
    gate.submit();
    company.settled();
    String evil = java.net.URLEncoder.encode(EVIL, StandardCharsets.UTF_8);
    for (String path :
        List.of(
            "/library",
            "/library?q=alert",
            "/library?q=" + evil + "&from=" + evil + "&state=" + evil + "&severity=" + evil,
            "/library/PM-1",
            "/library/tasks",
            "/library/insights")) {
      Document page = page(mallory, path);
      assertThat(page.text()).as(path).contains("alert(1)");
      harmless(page, path);
    }
  }

  /** Neither scripts nor handlers nor styles nor anything from elsewhere. */
  private static void harmless(Document page, String path) {
    assertThat(page.select("script, iframe, object, embed, base, style, meta[http-equiv]"))
        .as(path)
        .isEmpty();
    assertThat(page.select("img[src], svg image")).as(path).isEmpty();
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue().strip().toLowerCase(Locale.ROOT);
        assertThat(name).as(path + " " + element).doesNotStartWith("on").isNotEqualTo("style");
        if (List.of("href", "src", "action", "formaction", "xlink:href").contains(name)) {
          assertThat(value).as(path).doesNotStartWith("javascript:").doesNotStartWith("data:text");
        }
      }
    }
  }
}
