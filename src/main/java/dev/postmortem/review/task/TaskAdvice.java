package dev.postmortem.review.task;

/**
 * What a task lacks. Nothing is blocked by it.
 *
 * @param task the task's number
 * @param kind what it is about, such as {@code owner} or {@code research}
 * @param words the words of the task that it is about; empty when it is about something missing
 * @param reason why it matters, as sentences
 * @param example how such a task could read
 */
public record TaskAdvice(int task, String kind, String words, String reason, String example) {}
