package dev.postmortem.draft;

/**
 * One section of the template.
 *
 * @param key its name in the JSON form, such as {@code observations}
 * @param word what people type after the command and what a tag is called, such as {@code
 *     observation}; empty for a section that fills itself
 * @param prompt what to write, shown while the section is empty
 * @param required whether the post-mortem can be published without it
 */
public record Section(String key, String word, String title, String prompt, boolean required) {}
