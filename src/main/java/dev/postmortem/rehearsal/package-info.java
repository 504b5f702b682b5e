/**
 * A local workspace that behaves like Slack over HTTP: tests and the demo talk to it in the words
 * of the people in it.
 *
 * <p>Open one, name the people and the rooms, connect the bot, and let things happen:
 *
 * <pre>{@code
 * HeldClock clock = HeldClock.at("2026-11-22T14:05:00Z");
 * try (Workspace slack = Workspace.open(Workspace.plan().clock(clock).manifest(yaml).build())) {
 *   Member joe = slack.member("joe", "Joe Bloggs", "Support Staff", ZoneId.of("Europe/London"));
 *   Channel room = slack.channel("inc-42", joe);
 *   room.invite(slack.bot());
 *   slack.connect(URI.create("http://127.0.0.1:3000/slack/events"));
 *   Message down = joe.in(room).says("it is down");
 *   joe.in(room).reacts("pushpin", down);
 *   CommandAnswer answer = joe.in(room).types("/pm start Database is down");
 *   Modal modal = joe.modal().fill("Title", "Database down");
 *   Submission submission = modal.submit();
 *   slack.settle();
 * }
 * }</pre>
 *
 * <ul>
 *   <li>{@link dev.postmortem.rehearsal.Workspace}: the team, its secrets, its people and rooms,
 *       and the line to the bot.
 *   <li>{@link dev.postmortem.rehearsal.Member} and {@link dev.postmortem.rehearsal.Place}: what a
 *       person does and sees.
 *   <li>{@link dev.postmortem.rehearsal.Message}, {@link dev.postmortem.rehearsal.Modal}, {@link
 *       dev.postmortem.rehearsal.Home}: what is on the screen, found by the words on it.
 *   <li>{@code slack.deliveries()}, {@code slack.faults()}, {@code slack.rateLimits()}, {@code
 *       slack.forgery()}: what goes wrong on the way.
 *   <li>{@code slack.journal()}: every call and every delivery, for assertions.
 * </ul>
 *
 * <p>Nothing here sleeps: what waits is told of every change and gives up after a bounded real
 * time, saying what it saw.
 */
@NullMarked
package dev.postmortem.rehearsal;

import org.jspecify.annotations.NullMarked;
