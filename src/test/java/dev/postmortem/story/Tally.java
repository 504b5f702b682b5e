package dev.postmortem.story;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everything that anybody got, a line each: when, on the clock where they are, and how it begins.
 *
 * @param title of the one post-mortem, which no line has to repeat
 * @param bot the user that it is
 */
record Tally(String title, String bot) {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE dd MMM HH:mm", Locale.ENGLISH);

  private static final Pattern FIELD = Pattern.compile("(?m)^(METHOD|SEQUENCE):(.*?)\\s*$");
  private static final int BEGINNING = 74;

  /** The direct messages of the bot. */
  String letters(Member who) {
    return lines(who.dm().sees(), who.zone());
  }

  /** What the bot said in a channel, as somebody there sees it. */
  String heard(Channel channel, Member by) {
    return lines(saidIn(channel), by.zone());
  }

  /** What the bot said in a channel, in threads too. */
  List<Message> saidIn(Channel channel) {
    return channel.messages().stream()
        .filter(message -> message.author().equals(bot))
        .filter(message -> !message.json().path("subtype").asText().equals("channel_join"))
        .toList();
  }

  /** What only one person saw, in answer to what they did. */
  String answers(List<Member> people, List<Channel> channels) {
    StringBuilder all = new StringBuilder();
    for (Member who : people) {
      for (Channel channel : channels) {
        for (Message message : who.in(channel).seesPrivately()) {
          all.append(who.name()).append(", ").append(line(message, who.zone())).append('\n');
        }
      }
    }
    return all.toString();
  }

  private String lines(List<Message> messages, ZoneId zone) {
    return messages.stream()
        .map(message -> line(message, zone) + "\n")
        .collect(Collectors.joining());
  }

  private String line(Message message, ZoneId zone) {
    Instant at = Instant.ofEpochSecond(Long.parseLong(message.ts().split("\\.")[0]));
    String text =
        message
            .screen()
            .replaceAll("\\s+", " ")
            .replace("Review of PM-1 “" + title + "” on ", "… ")
            .replace("PM-1 " + title, "PM-1");
    String begins = text.length() <= BEGINNING ? text : text.substring(0, BEGINNING).strip() + "…";
    return WHEN.format(at.atZone(zone)) + (message.isReply() ? "   ↳ " : " ") + begins;
  }

  /** The mails of a month, with the method and the sequence of what they tell a calendar. */
  String mails(PostOffice post) {
    return post.mails().stream()
        .map(this::line)
        .sorted(Comparator.comparing(mail -> mail.substring(mail.indexOf(' '))))
        .map(mail -> mail + "\n")
        .collect(Collectors.joining());
  }

  private String line(MimeMessage mail) {
    try {
      String answers = mail.getHeader("In-Reply-To") == null ? "" : " (an answer)";
      return WHEN.format(mail.getSentDate().toInstant().atZone(ZoneOffset.UTC))
          + " "
          + mail.getAllRecipients()[0]
          + ": "
          + mail.getSubject().replace(": Review of PM-1: " + title, "")
          + answers
          + calendar((MimeMultipart) mail.getContent());
    } catch (Exception unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static String calendar(MimeMultipart parts) throws Exception {
    StringBuilder told = new StringBuilder();
    if (parts.getCount() > 2) {
      byte[] file = parts.getBodyPart(2).getInputStream().readAllBytes();
      Matcher field = FIELD.matcher(new String(file, StandardCharsets.UTF_8));
      while (field.find()) {
        told.append(", ").append(field.group(2));
      }
    }
    return told.toString();
  }
}
