package dev.postmortem.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postmortem.mail.SmtpUrl.Login;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpUrlTest {
  @Test
  void user_password_host_and_port_are_read() {
    assertThat(SmtpUrl.parse("smtp://pm:s3cret@mail.example.com:2525"))
        .isEqualTo(new SmtpUrl("mail.example.com", 2525, false, new Login("pm", "s3cret")));
  }

  @Test
  void a_user_may_be_an_address_and_a_password_may_hold_anything_when_it_is_encoded() {
    SmtpUrl url = SmtpUrl.parse("smtps://pm%40example.com:a%3Ab%2Fc+d%25@mail.example.com");

    assertThat(url.login()).isEqualTo(new Login("pm@example.com", "a:b/c+d%"));
  }

  @Test
  void the_port_is_the_usual_one_when_there_is_none() {
    assertThat(SmtpUrl.parse("smtps://mail.example.com").port()).isEqualTo(465);
    assertThat(SmtpUrl.parse("smtp://u:p@mail.example.com").port()).isEqualTo(587);
    assertThat(SmtpUrl.parse(" smtp://mail.example.com/ ").port()).isEqualTo(25);
    assertThat(SmtpUrl.parse("smtp://[::1]:25").host()).isEqualTo("::1");
  }

  @Test
  void the_password_is_never_printed() {
    assertThat(SmtpUrl.parse("smtp://pm:hunter2@mail.example.com").toString())
        .contains("pm", "mail.example.com")
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mail.example.com",
        "http://pm:hunter2@mail.example.com",
        "smtp:pm:hunter2@mail.example.com",
        "smtp://pm:hunter2@",
        "smtp://hunter2@mail.example.com",
        "smtp://pm:@mail.example.com",
        "smtp://pm:hunter2@mail.example.com:99999",
        "smtp://pm:hunter2@mail.example.com/inbox",
        "smtp://pm:hunter2@mail.example.com?tls=no",
        "smtp://pm:hunter2 @mail.example.com",
        "smtp://pm:hunter2%zz@mail.example.com"
      })
  void anything_else_is_refused_in_a_sentence_without_the_password(String text) {
    assertThatThrownBy(() -> SmtpUrl.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The address of the mail server must look like smtp://")
        .hasMessageEndingWith(".")
        .hasMessageNotContaining("hunter2")
        .hasNoCause();
  }
}
