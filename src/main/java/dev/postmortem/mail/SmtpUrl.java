package dev.postmortem.mail;

public record SmtpUrl(String x) {
  public static SmtpUrl parse(String s) {
    return new SmtpUrl(s);
  }
}
