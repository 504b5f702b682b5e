package dev.postmortem.web.library;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;

/**
 * Writes pages.
 *
 * @param common what every page needs to know
 */
record Writing(Templates templates, Map<String, String> common) {

  /** A page for somebody. */
  void page(String template, Map<String, ?> words, Look look, HttpServletResponse response)
      throws IOException {
    Map<String, Object> all = new HashMap<>(common);
    all.put("me", look.welcome().who().name());
    all.put("zone", look.zone().getId());
    all.putAll(words);
    response.setContentType("text/html;charset=utf-8");
    templates.write(template, all, response.getWriter());
  }
}
