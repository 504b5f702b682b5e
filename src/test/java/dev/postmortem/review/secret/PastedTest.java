package dev.postmortem.review.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What people paste in a hurry: the secret goes, what stands around it stays. */
class PastedTest {
  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Secrets secrets = Secrets.known();

  /** Made here, so that nothing that looks like a token stands in the sources. */
  private String made(int length) {
    String letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ";
    StringBuilder text = new StringBuilder("x7Q");
    while (text.length() < length) {
      boolean digit = text.length() % 4 == 0;
      text.append(
          digit
              ? (char) ('2' + random.nextInt(8))
              : letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  private void becomes(String before, String secret, String after) {
    assertThat(secrets.mask(before + secret + after).text())
        .as("seed " + seed)
        .doesNotContain(secret)
        .startsWith(before + "[masked: ")
        .endsWith("]" + after);
  }

  @Test
  void the_password_of_an_address_goes_and_the_rest_of_it_stays() {
    becomes("use postgres://checkout:", made(12), "@db.prod.internal:5432/orders please");
    becomes("redis://:", made(9), "@cache:6379/0");
    becomes("amqp://bob:", "p@ss", "@mq.example.com");
    becomes("git clone https://", made(40), "@github.com/acme/shop.git");
  }

  @Test
  void what_is_assigned_to_a_password_goes() {
    becomes("password=", "hunter" + 2, " works");
    becomes("DB_PASSWORD=", "opensesame", "");
    becomes("passwd: ", "tr0ub4dor&3", "");
    becomes("mysql password: ", "Winter" + "2026!", ", try it");
    becomes("\"password\": \"", "correct horse battery staple 1", "\",");
    becomes("the password is ", "s3cr3t" + "Word!", "");
    becomes("?user=bob&password=", made(12), "&x=1");
    becomes("secret: ", made(16), "");
  }

  @Test
  void headers_lose_their_credentials() {
    becomes("Authorization: Bearer ", made(30), "");
    becomes("curl -H 'Authorization: Basic ", made(24), "' https://api.example.com");
    becomes("curl -u admin:", "letmein1", " https://api.example.com");
    becomes("X-Api-Key: ", made(32), "");
    becomes("bearer ", made(40), " is what it sends");
  }

  @Test
  void tokens_go_wherever_they_stand() {
    for (String around :
        new String[] {"%s", "(%s)", "*%s*", "`%s`", "_%s_", "is it %s?", "a,%s,b", "キー%sです"}) {
      String token = "gl" + "pat-" + made(20);
      String text = around.replace("%s", token);
      assertThat(secrets.mask(text).text())
          .isEqualTo(around.replace("%s", "[masked: GitLab access token]"));
    }
    becomes("", "xo" + "xb-123456789012-123456789012-" + made(24), ".");
    becomes("", "xa" + "pp-1-A0123456789-1234567890123-" + made(60), "");
    becomes(
        "https://hooks.slack" + ".com/services/", "T01234567/B01234567/" + made(24), " is ours");
    becomes("", "ey" + "J" + made(20) + ".ey" + "J" + made(40) + "." + made(43), " expired");
    becomes("aws_secret_access_key = ", made(38) + "/+", "");
  }

  @Test
  void a_private_key_goes_from_its_first_line_to_its_last() {
    String begin = "-----BEGIN " + "RSA PRIVATE KEY-----";
    String body = "\n" + made(64) + "\n" + made(64) + "\n" + made(20) + "=\n";
    String end = "-----END " + "RSA PRIVATE KEY-----";
    becomes("is it this one?\n", begin + body + end, "\nor not");
    becomes("cut off:\n", begin + body, "");
    becomes("in one line ", (begin + body + end).replace("\n", "\\n"), " there");
    String certificate =
        "-----BEGIN " + "CERTIFICATE-----" + body + "-----END " + "CERTIFICATE-----";
    assertThat(secrets.mask(certificate).text()).isEqualTo(certificate);
  }

  @Test
  void the_values_of_a_cluster_secret_go_and_their_names_stay() {
    String yaml =
        "apiVersion: v1\nkind: Secret\nmetadata:\n  name: checkout-tls\ndata:\n  user: %s\n  pw: %s\n";
    String one = made(16);
    String two = made(24);
    assertThat(secrets.mask(String.format(yaml, one, two)).text())
        .doesNotContain(one, two)
        .contains("name: checkout-tls", "user: [masked: Kubernetes secret]", "pw: [masked: ");
  }

  @Test
  void two_secrets_are_told_by_their_kinds() {
    String text = "gh" + "p_" + made(36) + " and AK" + "IAQ2W3E4R5T6Y7QWER and password=abcd1234";
    assertThat(secrets.mask(text).kinds())
        .containsExactly("GitHub access token", "AWS access key", "password");
  }
}
