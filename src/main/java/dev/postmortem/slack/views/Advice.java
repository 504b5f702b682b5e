package dev.postmortem.slack.views;

/** What people can do when Slack does not do what it was asked. */
public final class Advice {
  private Advice() {}

  /**
   * A sentence or two.
   *
   * @param code Slack's word for what is wrong; see the error tables of its methods
   * @param passing whether the same call may well be answered later
   */
  public static String on(String code, boolean passing) {
    return switch (code) {
      case "not_in_channel", "channel_not_found" ->
          "I am not in that channel. Invite me there with `/invite @postmortem`.";
      case "is_archived" -> "That channel is archived; unarchive it or choose another.";
      case "missing_scope" ->
          "I am missing a permission; whoever installed me should reinstall the app from its manifest.";
      case "expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id" ->
          "Slack was too slow to open the window. Please try once more.";
      case "invalid_auth", "token_revoked", "account_inactive", "not_authed" ->
          "Slack no longer knows me; whoever installed me should install the app again.";
      default ->
          passing
              ? "Slack is busy or away right now. Please try again in a minute."
              : "Slack refused it (" + code + "); whoever runs me finds more in my log.";
    };
  }
}
