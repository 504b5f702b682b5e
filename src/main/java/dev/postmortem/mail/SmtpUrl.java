package dev.postmortem.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where and as whom to send mail.
 *
 * @param encrypted whether the connection is encrypted from its first byte ({@code smtps}); else it
 *     becomes so by STARTTLS
 * @param login null when the server asks for none
 */
public record SmtpUrl(String host, int port, boolean encrypted, @Nullable Login login) {
  private static final String SHAPE = "smtp://user:password@host:587 or smtps://…";

  /** A user of the mail server. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return user + ":***";
    }
  }

  /**
   * Reads {@code smtp://user:password@host:587} or {@code smtps://…}; user and password may be
   * percent-encoded. The port is 587 (465 for smtps, 25 without a user) when there is none.
   *
   * @throws IllegalArgumentException with a sentence that does not repeat the password
   */
  public static SmtpUrl parse(String text) {
    URI uri = uri(text.strip());
    boolean encrypted = "smtps".equalsIgnoreCase(uri.getScheme());
    require(encrypted || "smtp".equalsIgnoreCase(uri.getScheme()), "it starts otherwise");
    String host = uri.getHost();
    if (host == null) {
      throw refusal("there is no host");
    }
    boolean bare = uri.getPath() == null || uri.getPath().isEmpty() || uri.getPath().equals("/");
    require(
        bare && uri.getQuery() == null && uri.getFragment() == null, "it goes on after the host");
    Login login = login(uri.getRawUserInfo());
    int usual = encrypted ? 465 : login == null ? 25 : 587;
    int port = uri.getPort() < 0 ? usual : uri.getPort();
    require(port > 0 && port < 65_536, "there is no such port");
    return new SmtpUrl(host.replaceAll("[\\[\\]]", ""), port, encrypted, login);
  }

  private static URI uri(String text) {
    try {
      return new URI(text).parseServerAuthority();
    } catch (URISyntaxException e) {
      // its message repeats what was given, and with it the password
      throw refusal("a character in it must be percent-encoded");
    }
  }

  private static @Nullable Login login(@Nullable String info) {
    if (info == null || info.isEmpty()) {
      return null;
    }
    int colon = info.indexOf(':');
    require(colon > 0 && colon < info.length() - 1, "a user needs a password");
    return new Login(decoded(info.substring(0, colon)), decoded(info.substring(colon + 1)));
  }

  /** A plus sign stands for itself here, unlike in the query of a web address. */
  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static void require(boolean met, String otherwise) {
    if (!met) {
      throw refusal(otherwise);
    }
  }

  private static IllegalArgumentException refusal(String why) {
    return new IllegalArgumentException(
        "The address of the mail server must look like " + SHAPE + "; " + why + ".");
  }
}
