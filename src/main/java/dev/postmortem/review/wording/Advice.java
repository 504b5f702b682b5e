package dev.postmortem.review.wording;

/**
 * What is advised about a few words of a text. Nothing is blocked, and nothing is rewritten: the
 * writers decide.
 *
 * @param start where the words begin, in chars
 * @param end where they are over
 * @param words exactly as they stand in the text
 * @param kind what it is about, a word such as {@code root-cause}, the same for all advice with the
 *     same reason
 * @param reason why other words help more, as sentences
 * @param rewrite a question that begins with what or how, to be answered in place of the sentence
 */
public record Advice(
    int start, int end, String words, String kind, String reason, String rewrite) {}
