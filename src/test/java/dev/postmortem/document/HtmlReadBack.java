package dev.postmortem.document;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** What HTML says once it is read by a parser, in the notation of {@link ReadBack}. */
public final class HtmlReadBack {

  private final List<String> said = new ArrayList<>();

  private HtmlReadBack() {}

  /** What stands within an element. */
  public static List<String> html(Element body) {
    HtmlReadBack reader = new HtmlReadBack();
    body.children().forEach(reader::say);
    return reader.said;
  }

  private void say(Element it) {
    String name = it.normalName();
    switch (name) {
      case "p", "div", "figure" -> said.add("paragraph " + it.wholeText());
      case "pre" -> said.add("code " + it.wholeText());
      case "hr" -> said.add("divider");
      case "blockquote" -> within("quote", "quote", it);
      case "li" -> within("item", "item", it);
      case "ul" -> within("bullets", "bullets", it);
      case "ol" -> within("numbered from " + start(it), "numbered", it);
      default -> said.add("heading " + name.charAt(1) + " " + it.wholeText());
    }
  }

  private static String start(Element list) {
    return list.hasAttr("start") ? list.attr("start") : "1";
  }

  private void within(String what, String end, Element of) {
    said.add(what);
    of.children().forEach(this::say);
    said.add("end " + end);
  }
}
