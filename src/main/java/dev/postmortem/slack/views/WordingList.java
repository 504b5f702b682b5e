package dev.postmortem.slack.views;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.slack.text.SlackWording;
import dev.postmortem.timeline.Entry;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.review.AdviseWording;
import dev.postmortem.workflow.review.AdviseWording.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Shows wording that blames people: the sentence, where it stands, why other words help more, and a
 * question to answer in its place. The first few, and how many more there are.
 */
public final class WordingList {
  private static final int SHOWN = 3;
  private final AdviseWording advise;
  private final EntryLinks links;

  public WordingList(Desk desk) {
    this.advise = new AdviseWording(desk, new SlackWording()::plain);
    this.links = new EntryLinks(desk);
  }

  /** About the whole draft; nothing when nothing blames anybody. */
  public List<JsonNode> of(Draft draft) {
    return blocks(draft, advise.of(draft));
  }

  /** About what was written into these sections; nothing when it blames nobody. */
  public List<JsonNode> of(Draft draft, Collection<String> keys) {
    return blocks(draft, advise.of(draft, keys));
  }

  private List<JsonNode> blocks(Draft draft, List<Place> places) {
    List<JsonNode> blocks = new ArrayList<>();
    if (places.isEmpty()) {
      return blocks;
    }
    blocks.add(Kit.markup("*" + counted(places.size()) + "*. Nothing is changed or held back."));
    Set<String> reasons = new HashSet<>();
    for (Place place : places.subList(0, Math.min(SHOWN, places.size()))) {
      boolean first = reasons.add(place.advice().kind());
      blocks.add(Kit.context(line(draft, place, first)));
    }
    if (places.size() > SHOWN) {
      blocks.add(Kit.context("and " + (places.size() - SHOWN) + " more"));
    }
    return blocks;
  }

  private static String counted(int count) {
    return count == 1 ? "1 sentence may read as blame" : count + " sentences may read as blame";
  }

  /** The reason is given once for each kind. */
  private String line(Draft draft, Place place, boolean withReason) {
    return where(draft, place)
        + ": “"
        + Kit.escape(place.sentence())
        + "”\n"
        + (withReason ? Kit.escape(place.advice().reason()) + "\n" : "")
        + "Instead: "
        + Kit.escape(place.advice().rewrite());
  }

  private String where(Draft draft, Place place) {
    Entry entry = place.entry();
    String section = "*" + Kit.escape(place.section()) + "*";
    return entry == null ? section : section + " " + links.link(draft, entry);
  }
}
