package dev.postmortem.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.web.library.Address.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @Test
  void every_page_has_its_address() {
    assertThat(Address.of("/library")).contains(new Address(What.ALL, 0));
    assertThat(Address.of("/library/PM-12")).contains(new Address(What.DOCUMENT, 12));
    assertThat(Address.of("/library/PM-12.md")).contains(new Address(What.MARKDOWN, 12));
    assertThat(Address.of("/library/PM-12.json")).contains(new Address(What.JSON, 12));
    assertThat(Address.of("/library/tasks")).contains(new Address(What.TASKS, 0));
    assertThat(Address.of("/library/insights")).contains(new Address(What.INSIGHTS, 0));
    assertThat(Address.of("/library/feed.atom")).contains(new Address(What.FEED, 0));
    assertThat(Address.of("/library/PM-999999999999999999"))
        .contains(new Address(What.DOCUMENT, 999_999_999_999_999_999L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "//library",
        "/library/",
        "/library//PM-1",
        "/library/../library/PM-1",
        "/library/./PM-1",
        "/library/%2e%2e/library/PM-1",
        "/library/PM-%31",
        "/%6cibrary/PM-1",
        "/library/PM-1;x=y",
        "/library;x/PM-1",
        "/library/PM-1/",
        "/library/PM-1%00",
        "/library/PM-1\n",
        "/library/PM-0",
        "/library/PM-01",
        "/library/PM--1",
        "/library/PM-+1",
        "/library/PM-１",
        "/library/PM-1000000000000000000",
        "/library/PM-99999999999999999999999999",
        "/library/pm-1",
        "/LIBRARY/PM-1",
        "/library/PM-1.html",
        "/library/PM-1.md.json",
        "/library/assets/",
        "/library/assets/../../x",
        "/library/assets/list.ftlh",
        "\\library\\PM-1"
      })
  void every_other_way_to_write_it_is_none(String path) {
    assertThat(Address.of(path)).isEmpty();
  }
}
