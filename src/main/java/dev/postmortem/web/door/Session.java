package dev.postmortem.web.door;

import java.util.Arrays;
import java.util.Optional;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** The cookie that says who somebody is. Nothing of it is kept on this side. */
final class Session {
  private final Keyring keys;
  private final String name;

  /** A name that begins with {@code __Host-} is taken over an encrypted line only (RFC 6265bis). */
  Session(Keyring keys) {
    this.keys = keys;
    this.name = keys.isSecure() ? "__Host-postmortem" : "postmortem";
  }

  Optional<Visitor> of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .findFirst()
            .flatMap(cookie -> keys.bySession(cookie.getValue()));
  }

  void begin(Visitor visitor, HttpServletResponse response) {
    set(keys.session(visitor), keys.sessionLength().toSeconds(), response);
  }

  void end(HttpServletResponse response) {
    set("", 0, response);
  }

  private void set(String value, long seconds, HttpServletResponse response) {
    String cookie = name + "=" + value + "; Path=/; Max-Age=" + seconds;
    String more = "; HttpOnly; SameSite=Lax" + (keys.isSecure() ? "; Secure" : "");
    response.addHeader("Set-Cookie", cookie + more);
  }
}
