package dev.postmortem.mail;

public class SmtpDestination {
  public SmtpDestination(SmtpUrl u) {}

  public void send(Mail m) throws MailRefused {}
}
