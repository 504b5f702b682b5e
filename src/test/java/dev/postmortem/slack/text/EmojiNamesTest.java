package dev.postmortem.slack.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.timeline.EmojiMap;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slack has several names for some emoji. */
class EmojiNamesTest {

  @ParameterizedTest
  @CsvSource({
    "thumbsup, +1",
    "+1, +1",
    "thumbsup::skin-tone-3, +1",
    "collision, boom",
    "our-own, our-own",
    "'', ''"
  })
  void every_name_of_an_emoji_leads_to_one(String name, String canonical) {
    assertThat(EmojiNames.canonical(name)).isEqualTo(canonical);
  }

  @Test
  void the_emoji_that_are_built_in_go_by_that_name() {
    assertThat(EmojiMap.DEFAULT.tags().keySet())
        .hasSize(13)
        .allSatisfy(name -> assertThat(EmojiNames.canonical(name)).isEqualTo(name));
  }

  @Test
  void all_names_of_a_character_lead_to_the_same_and_no_others() {
    JsonNode map = SharedCases.json("emoji/shortcodes.json").path("map");
    Map<String, String> byCharacter = new HashMap<>();
    map.fields()
        .forEachRemaining(
            one -> {
              String canonical = EmojiNames.canonical(one.getKey());
              String before = byCharacter.putIfAbsent(one.getValue().asText(), canonical);
              assertThat(before == null || before.equals(canonical)).as(one.getKey()).isTrue();
              assertThat(map.path(canonical)).isEqualTo(one.getValue());
            });
    assertThat(byCharacter).hasSizeGreaterThan(1_800);
  }
}
