package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Message;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Words for what comes by direct message, and for buttons that are no longer on the screen. */
abstract class FollowDeeds extends Deeds {

  static List<Message> letters(Member member, String words) {
    return member.dm().sees().stream().filter(message -> message.text().contains(words)).toList();
  }

  void clicks(Member who, Message message, String button) {
    message.click(who, button);
    company.settled();
  }

  void chooses(Member who, Message message, String menu, String option) {
    message.choose(who, menu, option);
    company.settled();
  }

  /** A signed click on a button that this person may never have seen; the answer comes as a DM. */
  String presses(Member who, String action, String value) {
    String payload =
        """
        {"type":"block_actions","user":{"id":"%s","team_id":"%s"},"team":{"id":"%s"},
         "api_app_id":"%s","token":"x","trigger_id":"1.2.3","response_url":"",
         "container":{"type":"message"},
         "actions":[{"type":"button","block_id":"b","action_id":"%s","value":"%s","action_ts":"1.1",
                     "text":{"type":"plain_text","text":"?"}}]}
        """
            .formatted(
                who.id(),
                company.slack.teamId(),
                company.slack.teamId(),
                company.slack.appId(),
                action,
                value);
    int before = who.dm().sees().size();
    String body = "payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8);
    assertThat(company.slack.forgery().genuine("application/x-www-form-urlencoded", body).status())
        .isEqualTo(200);
    company.settled();
    List<Message> after = who.dm().sees();
    return after.subList(Math.min(before, after.size()), after.size()).toString();
  }

  /** A section is filled for each that must not be empty. */
  void theSectionsAreWritten() {
    for (String words :
        List.of("symptom a", "hypothesis b", "remediation c", "impact d", "learned e")) {
      says(joe, "/pm " + words);
    }
  }

  void publishes(Member who) {
    Gates.allTheSame(opens(who, "/pm publish")).submit();
    company.settled();
  }
}
