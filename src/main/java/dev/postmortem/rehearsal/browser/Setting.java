package dev.postmortem.rehearsal.browser;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the page is to be.
 *
 * @param port on 127.0.0.1; 0 for any that is free
 * @param words what the page knows of the app's words
 * @param controls of the play that is shown, if one is
 */
public record Setting(int port, Opening opening, Words words, Optional<Controls> controls) {

  /**
   * What a visitor finds first.
   *
   * @param as the id or handle of the person to act as; empty for the first that came
   * @param channel the id or name of the open channel; empty for the first
   * @param welcome what to try, a sentence each
   */
  public record Opening(String as, String channel, List<String> welcome) {
    /** The first person in the first channel, without a word. */
    public static final Opening PLAIN = new Opening("", "", List.of());
  }

  /**
   * What the page knows of the app's words.
   *
   * @param commands what can be typed after a slash command
   * @param favourites the reactions to offer first, and what each means to the app
   * @param emoji the characters of emoji by their names
   */
  public record Words(
      List<Hint> commands, Map<String, String> favourites, Map<String, String> emoji) {
    /** None. */
    public static final Words NONE = new Words(List.of(), Map.of(), Map.of());
  }

  /**
   * Something that can be typed.
   *
   * @param name the command with its first word, such as {@code /pm note}
   * @param hint what may follow
   * @param description what it does
   */
  public record Hint(String name, String hint, String description) {}
}
