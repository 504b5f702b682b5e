package dev.postmortem.review.invite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.review.invite.Candidate.Link;
import dev.postmortem.review.invite.Candidate.Part;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Voice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is proposed for the meeting, and what is said about it. */
class InvitationTest {
  private static Candidate wrote(String user, int messages) {
    return new Candidate(user, "Engineer", Set.of(), new Part(messages, 0, 0));
  }

  private static List<String> users(List<Ranked> ranked) {
    return ranked.stream().map(one -> one.candidate().user()).toList();
  }

  @Test
  void roles_come_first_then_stakeholders_then_who_took_part_most() {
    List<Candidate> all =
        new ArrayList<>(
            List.of(
                wrote("few", 2),
                wrote("much", 40),
                new Candidate("marked", "", Set.of(), new Part(10, 9, 0)),
                new Candidate("mentioned", "", Set.of(), new Part(0, 0, 1)),
                new Candidate("boss", "CTO", Set.of(Link.STAKEHOLDER), Part.NONE),
                new Candidate("writes", "", Set.of(Link.NOTE_TAKER), Part.NONE),
                new Candidate("leads", "", Set.of(Link.MODERATOR), Part.NONE),
                new Candidate("point", "", Set.of(Link.POINT_PERSON), new Part(1, 0, 0))));
    Collections.shuffle(all, new Random(7));
    assertThat(users(Invitation.of(all).proposed()))
        .containsExactly("point", "leads", "writes", "boss", "marked", "much", "few", "mentioned");
  }

  @Test
  void each_is_proposed_with_the_reason() {
    Candidate one = new Candidate("U1", "", Set.of(Link.MODERATOR), new Part(41, 3, 1));
    Candidate again = new Candidate("U1", "SRE", Set.of(Link.TASK_OWNER), Part.NONE);
    assertThat(Invitation.of(List.of(one, again)).proposed())
        .singleElement()
        .satisfies(
            ranked -> {
              assertThat(ranked.candidate().title()).isEqualTo("SRE");
              assertThat(ranked.reason())
                  .isEqualTo(
                      "moderator; owns a task; wrote 41 messages, 3 of them marked; mentioned 1"
                          + " time");
            });
  }

  @Test
  void who_had_nothing_to_do_with_it_is_not_proposed() {
    assertThat(Invitation.of(List.of(wrote("silent", 0))).proposed()).isEmpty();
  }

  @Test
  void twelve_are_proposed_and_the_others_are_at_hand() {
    List<Candidate> many = IntStream.rangeClosed(1, 30).mapToObj(i -> wrote("U" + i, i)).toList();
    Invitation invitation = Invitation.of(many);
    assertThat(invitation.proposed()).hasSize(12);
    assertThat(users(invitation.others())).hasSize(18).endsWith("U1").startsWith("U18");
    List<Candidate> bosses =
        IntStream.range(0, 14)
            .mapToObj(i -> new Candidate("S" + i, "", Set.of(Link.STAKEHOLDER), Part.NONE))
            .toList();
    assertThat(Invitation.of(bosses).proposed()).hasSize(14);
  }

  @Test
  void too_many_people_are_pointed_out() {
    List<Candidate> thirteen = IntStream.range(0, 13).mapToObj(i -> wrote("U" + i, 1)).toList();
    assertThat(Invitation.advise(thirteen, List.of()))
        .singleElement()
        .asString()
        .startsWith("13 people are invited.");
    assertThat(Invitation.advise(thirteen.subList(0, 12), List.of())).isEmpty();
  }

  @Test
  void missing_functions_are_pointed_out_by_the_titles() {
    Candidate engineer = new Candidate("U1", "Production Engineer", Set.of(), new Part(1, 0, 0));
    Candidate unknown = new Candidate("U2", " ", Set.of(), new Part(1, 0, 0));
    assertThat(Invitation.advise(List.of(engineer, unknown), Function.DEFAULT))
        .singleElement()
        .asString()
        .startsWith(
            "Nobody from product or support is invited, as far as their titles tell (1 of 2");
    Candidate product = new Candidate("U3", "Senior Product-Manager", Set.of(), Part.NONE);
    Candidate care = new Candidate("U4", "Head of Customer  Care", Set.of(), Part.NONE);
    assertThat(Invitation.advise(List.of(engineer, product), Function.DEFAULT))
        .singleElement()
        .asString()
        .startsWith("Nobody from support is invited");
    assertThat(Invitation.advise(List.of(product, care), Function.DEFAULT)).isEmpty();
  }

  private static final List<Voice> VOICES =
      List.of(
          new Voice("joe", Kind.MESSAGE, 38),
          new Voice("joe", Kind.NOTE, 3),
          new Voice("lin", Kind.MESSAGE, 60),
          new Voice("jane", Kind.MESSAGE, 16),
          new Voice("kim", Kind.MESSAGE, 3),
          new Voice("B7", Kind.ALERT, 400));

  @Test
  void a_moderator_who_was_a_main_responder_is_named_with_evidence() {
    assertThat(Involvement.of("joe", "Joe", VOICES))
        .hasValueSatisfying(
            sentence -> assertThat(sentence).startsWith("Joe wrote 41 of 120 messages"));
  }

  @Test
  void a_moderator_who_hardly_spoke_is_fine() {
    assertThat(Involvement.of("kim", "Kim", VOICES)).isEmpty();
    assertThat(Involvement.of("nobody", "Nobody", VOICES)).isEmpty();
    assertThat(Involvement.of("kim", "Kim", List.of(new Voice("kim", Kind.MESSAGE, 2)))).isEmpty();
    assertThat(Involvement.of("kim", "Kim", List.of())).isEmpty();
  }

  @Test
  void among_many_the_first_few_are_main_responders_with_a_smaller_share() {
    List<Voice> crowd = new ArrayList<>();
    IntStream.range(0, 40).forEach(i -> crowd.add(new Voice("U" + i, Kind.MESSAGE, 3)));
    crowd.add(new Voice("joe", Kind.MESSAGE, 20));
    assertThat(Involvement.of("joe", "Joe", crowd)).isPresent();
    assertThat(Involvement.of("U1", "U1", crowd)).isEmpty();
  }
}
