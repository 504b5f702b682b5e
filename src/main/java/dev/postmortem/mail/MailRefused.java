package dev.postmortem.mail;

public class MailRefused extends Exception {
  private static final long serialVersionUID = 1L;

  public boolean again() {
    return false;
  }

  public String reason() {
    return "";
  }
}
